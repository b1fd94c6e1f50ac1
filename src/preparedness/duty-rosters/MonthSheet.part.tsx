import { useState } from 'react';
import { type OutputOf, serverNow, useCommand } from '../../foundation/api/web.ts';
import { Section, Tag, useSay } from '../../foundation/design-system/web.ts';
import { dutyLabel, shiftEdge } from '../duty-shifts/web.ts';
import { ChangeSeat } from './ChangeSeat.part.tsx';
import type { month } from './duty-rosters.views.ts';
import type { assign, exchange } from './duty-shifts.commands.ts';

export type Roster = OutputOf<typeof month>;
export type Seat = Roster['seats'][number];

/** What is dragged: a seat, or somebody of the rota. */
export const SEAT = 'text/x-fengsui-seat';
export const MEMBER = 'text/x-fengsui-member';

const WORDS = {
  sheet: { zh: '月表', en: 'Month' },
  day: { zh: '日期', en: 'Day' },
  rest: { zh: '休', en: 'rest' },
  empty: { zh: '空缺', en: 'empty' },
  fixed: { zh: '已调整，自动排班保留', en: 'changed by hand, kept by planning' },
  help: {
    zh: '拖动姓名到另一班即对调，拖动右侧人员到某班即安排；点击姓名也可以选人',
    en: 'Drag a name onto another to exchange, a member onto a seat to assign; or click a name',
  },
  substitute: { zh: '备 {name}', en: 'sub. {name}' },
} as const;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The month as a sheet: a row for a day, a column for a post; every name can be dragged, clicked or reached by keyboard. */
export function MonthSheet({ roster, mayPlan }: { roster: Roster; mayPlan: boolean }) {
  const say = useSay();
  const [chosen, setChosen] = useState<Seat>();
  const assigning = useCommand<typeof assign>('dutyShifts.assign');
  const exchanging = useCommand<typeof exchange>('dutyShifts.exchange');
  const problem = exchanging.problem ?? assigning.problem;
  const kinds = [...new Set(roster.posts.map(({ dutyKind }) => dutyKind))];
  const broken = new Set(roster.breaches.flatMap(({ shiftIds }) => shiftIds));
  const today = new Date(serverNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const drop = (seat: Seat, data: DataTransfer) => {
    const from = data.getData(SEAT);
    const member = data.getData(MEMBER);
    if (seat.id && from && from !== seat.id) void exchanging.run({ id: from, otherId: seat.id });
    else if (seat.id && member) void assigning.run({ id: seat.id, personId: member });
  };
  return (
    <Section title={WORDS.sheet} aside={mayPlan && <small className="soft">{say(WORDS.help)}</small>}>
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <table className="table roster-sheet">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.day)}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {say(dutyLabel(kind))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roster.days.map(({ day, isRest, periods }) => {
            const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
            const name = { zh: `周${WEEKDAYS[weekday]}`, en: EN_WEEKDAYS[weekday] ?? '' };
            return (
              <tr
                key={day}
                className={isRest ? 'is-rest' : undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                <th scope="row">
                  {day.slice(5)} {say(name)} {isRest && <small>{say(WORDS.rest)}</small>}
                  {periods.map((one) => (
                    <Tag key={one}>{one}</Tag>
                  ))}
                </th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    {roster.seats
                      .filter((seat) => seat.day === day && seat.dutyKind === kind)
                      .map((seat) => (
                        <SeatChip
                          key={`${seat.startsAt} ${seat.seat}`}
                          seat={seat}
                          isBroken={seat.id !== null && broken.has(seat.id)}
                          mayPlan={mayPlan && new Date(seat.endsAt) > serverNow()}
                          onDrop={(data) => drop(seat, data)}
                          onChoose={() => setChosen(seat)}
                        />
                      ))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {chosen && <ChangeSeat seat={chosen} roster={roster} onClose={() => setChosen(undefined)} />}
    </Section>
  );
}

function SeatChip({
  seat,
  isBroken,
  mayPlan,
  onDrop,
  onChoose,
}: {
  seat: Seat;
  isBroken: boolean;
  mayPlan: boolean;
  onDrop: (data: DataTransfer) => void;
  onChoose: () => void;
}) {
  const say = useSay();
  const [isOver, setOver] = useState(false);
  const name = seat.personName || say(WORDS.empty);
  const words = [
    name,
    `${shiftEdge(seat.startsAt)}–${shiftEdge(seat.endsAt)}`,
    seat.substituteName && say(WORDS.substitute, { name: seat.substituteName }),
    seat.isFixed && say(WORDS.fixed),
  ]
    .filter(Boolean)
    .join(' · ');
  const looks = [
    'roster-seat',
    seat.personId ? '' : 'is-empty',
    isBroken ? 'is-broken' : '',
    isOver ? 'is-over' : '',
  ].join(' ');
  if (!mayPlan) {
    return (
      <span className={looks} title={words}>
        {name}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={looks}
      title={words}
      aria-label={`${say(dutyLabel(seat.dutyKind))} ${words}`}
      draggable={seat.personId !== null}
      onClick={onChoose}
      onDragStart={(event) => event.dataTransfer.setData(SEAT, seat.id ?? '')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      {name}
      {seat.isFixed && <span aria-hidden="true"> ◆</span>}
    </button>
  );
}
