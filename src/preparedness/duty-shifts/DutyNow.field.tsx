import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Contributions, Empty, Page, Section, Shown, TextField, useSay } from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { mine, now } from './duty-shifts.views.ts';
import { dutyLabel, People, shiftEdge } from './duty-words.part.tsx';
import './duty.css';

const WORDS = {
  title: { zh: '值班', en: 'On duty' },
  mine: { zh: '我的班次', en: 'My shifts' },
  noneOfMine: { zh: '近期没有您的班次', en: 'No shift of yours is planned' },
  substitute: { zh: '备班', en: 'substitute' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  now: { zh: '现在值班', en: 'On duty now' },
  find: { zh: '找单位或姓名', en: 'Find a unit or a name' },
  next: { zh: '下一班 {at}', en: 'Next at {at}' },
  missing: { zh: '{post}缺 {count} 人', en: '{post}: {count} missing' },
  none: { zh: '没有找到', en: 'Nothing found' },
} as const;

/** 值班 on the phone: when one is on oneself, who is on in the own house, and anybody else by a word. */
export default function DutyOnPhone() {
  const say = useSay();
  const { hats } = useViewer();
  const [find, setFind] = useState('');
  const own = useView<typeof mine>('dutyShifts.mine', {});
  const all = useView<typeof now>('dutyShifts.now', {});
  const isOwn = (unitId: string) => hats.some(({ unit }) => unit.id === unitId);
  return (
    <Page title={WORDS.title}>
      <Contributions at="field.duty" />
      <Section title={WORDS.mine}>
        <Shown of={own} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{say(WORDS.noneOfMine)}</p>
            ) : (
              <ul className="duty-cards">
                {items.slice(0, 6).map((shift) => (
                  <li key={shift.id}>
                    <b>
                      {say(dutyLabel(shift.dutyKind))} {shift.unitName} {shift.isSubstitute && say(WORDS.substitute)}
                    </b>
                    <span>{say(WORDS.until, { from: shiftEdge(shift.startsAt), to: shiftEdge(shift.endsAt) })}</span>
                    <Contributions at="field.shift" props={{ shift }} />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Section>
      <Section title={WORDS.now}>
        <TextField label={WORDS.find} name="find" value={find} onChange={setFind} />
        <Shown of={all} rows={3}>
          {({ units }) => {
            const shown = units.filter(({ unitId, unitName, onDuty }) =>
              find
                ? unitName.includes(find) || onDuty.some(({ personName }) => personName.includes(find))
                : isOwn(unitId),
            );
            if (shown.length === 0) return <Empty title={WORDS.none} />;
            return (
              <ul className="duty-cards">
                {shown.slice(0, 30).map(({ unitId, unitName, dutyPhone, onDuty, next, missing }) => (
                  <li key={unitId}>
                    <b>{unitName}</b>
                    {dutyPhone && <a href={`tel:${dutyPhone.replaceAll('-', '')}`}>{dutyPhone}</a>}
                    <People shifts={onDuty} hasLinks={false} />
                    {missing.map(({ dutyKind, count }) => (
                      <span key={dutyKind} className="duty-gap">
                        {say(WORDS.missing, { post: say(dutyLabel(dutyKind)), count })}
                      </span>
                    ))}
                    {next[0] && (
                      <span className="soft">
                        {say(WORDS.next, { at: shiftEdge(next[0].startsAt) })}
                        <People shifts={next} hasLinks={false} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            );
          }}
        </Shown>
      </Section>
    </Page>
  );
}
