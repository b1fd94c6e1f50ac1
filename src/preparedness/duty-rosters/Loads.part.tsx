import { Button, Go, go, Section, useSay } from '../../foundation/design-system/web.ts';
import { dutyLabel } from '../duty-shifts/web.ts';
import { MEMBER, type Roster } from './MonthSheet.part.tsx';

const WORDS = {
  title: { zh: '人员与负担', en: 'People and load' },
  name: { zh: '姓名', en: 'Name' },
  shifts: { zh: '本月', en: 'Month' },
  hours: { zh: '工时', en: 'Hours' },
  nights: { zh: '夜班', en: 'Nights' },
  rest: { zh: '休息日', en: 'Rest days' },
  year: { zh: '全年', en: 'Year' },
  add: { zh: '登记值班人员', en: 'Add a member' },
  none: { zh: '还没有值班人员，登记后可自动排班', en: 'Nobody is in the rota yet' },
} as const;

/** Who takes turns and what each has carried; a name is dragged from here onto a seat. */
export function Loads({ roster: { members }, mayPlan }: { roster: Roster; mayPlan: boolean }) {
  const say = useSay();
  const kinds = [...Map.groupBy(members, ({ dutyKind }) => dutyKind)];
  return (
    <Section
      title={WORDS.title}
      aside={mayPlan && <Button onClick={() => go('/duty-members/new')}>{say(WORDS.add)}</Button>}
    >
      {kinds.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      {kinds.map(([kind, people]) => (
        <table key={kind} className="table">
          <caption>{say(dutyLabel(kind))}</caption>
          <thead>
            <tr>
              {[WORDS.name, WORDS.shifts, WORDS.hours, WORDS.nights, WORDS.rest, WORDS.year].map((word) => (
                <th key={word.zh} scope="col">
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, name, month, year }) => (
              <tr key={personId}>
                <th scope="row">
                  {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dragged here can be chosen in the form of a seat as well */}
                  <span
                    className="roster-member"
                    draggable={mayPlan}
                    onDragStart={(event) => {
                      event.dataTransfer.clearData();
                      event.dataTransfer.setData(MEMBER, personId);
                    }}
                  >
                    <Go to={`/people/${personId}`}>{name}</Go>
                  </span>
                </th>
                <td>{month.shifts}</td>
                <td>{month.hours}</td>
                <td>{month.nights}</td>
                <td>{month.restDays}</td>
                <td>{year.shifts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Section>
  );
}
