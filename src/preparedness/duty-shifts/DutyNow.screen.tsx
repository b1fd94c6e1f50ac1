import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Contributions,
  Empty,
  Go,
  go,
  Page,
  Section,
  Shown,
  Tag,
  TextField,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { UNIT_KINDS } from '../../foundation/organisation/unit.register.ts';
import type { now } from './duty-shifts.views.ts';
import { dutyLabel, People, shiftEdge } from './duty-words.part.tsx';
import { WeekTable } from './WeekTable.part.tsx';
import './duty.css';

const WORDS = {
  title: { zh: '值班', en: 'On duty' },
  show: { zh: '显示', en: 'Show' },
  now: { zh: '现在和下一班', en: 'Now and next' },
  week: { zh: '本周', en: 'This week' },
  find: { zh: '单位或姓名', en: 'Unit or name' },
  kind: { zh: '单位类别', en: 'Kind of unit' },
  every: { zh: '全部', en: 'All' },
  unit: { zh: '单位', en: 'Unit' },
  onDuty: { zh: '现在', en: 'Now' },
  next: { zh: '下一班', en: 'Next' },
  phone: { zh: '值班电话', en: 'Duty phone' },
  missing: { zh: '{post}缺 {count} 人', en: '{post}: {count} missing' },
  none: { zh: '还没有单位排班', en: 'No unit keeps duty yet' },
  noneHint: { zh: '在「值班表」设置岗位并排班', en: 'Set posts and plan in “Rosters”' },
  rosters: { zh: '值班表', en: 'Rosters' },
  chief: { zh: '{name}：主要负责人带班', en: '{name}: led by the head of the unit' },
  gaps: { zh: '缺岗单位 {count}', en: '{count} units with an empty post' },
  alone: { zh: '全员在岗', en: 'Every post is filled' },
} as const;

/** 值班 of the district: who is on now and next, with the number of the room; empty posts first. */
export default function DutyNow() {
  const say = useSay();
  const may = useMay();
  const [search, setSearch] = useSearch();
  const { kind = '', show = 'now' } = search;
  // What is typed may be a name, and stays out of the address.
  const [find, setFind] = useState('');
  const view = useView<typeof now>('dutyShifts.now', {});
  return (
    <Page
      title={WORDS.title}
      aside={
        <span className="row">
          <Contributions at="duty.actions" />
          {may('duty_roster.read') && <Button onClick={() => go('/duty-rosters')}>{say(WORDS.rosters)}</Button>}
        </span>
      }
    >
      <Contributions at="duty.now" />
      <div className="panel row">
        <ChoiceField
          label={WORDS.show}
          name="show"
          value={show}
          onChange={(value) => setSearch({ ...search, show: value })}
          choices={[
            { value: 'now', label: WORDS.now },
            { value: 'week', label: WORDS.week },
          ]}
          as="buttons"
        />
        <TextField label={WORDS.find} name="find" value={find} onChange={setFind} />
        <ChoiceField
          label={WORDS.kind}
          name="kind"
          value={kind}
          onChange={(value) => setSearch({ ...search, kind: value })}
          choices={[{ value: '', label: WORDS.every }, ...UNIT_KINDS.map(({ id, label }) => ({ value: id, label }))]}
        />
      </div>
      <Shown of={view}>
        {({ units, periods }) => {
          const shown = units.filter(
            ({ unitName, unitKind, onDuty }) =>
              (!kind || unitKind === kind) &&
              (!find || unitName.includes(find) || onDuty.some(({ personName }) => personName.includes(find))),
          );
          const gaps = shown.filter(({ missing }) => missing.length > 0).length;
          if (show === 'week') return <WeekTable units={new Set(shown.map(({ unitId }) => unitId))} />;
          return (
            <Section
              title={WORDS.now}
              aside={
                <span className="row">
                  {periods.map(({ name, needsChief }) => (
                    <Tag key={name}>{needsChief ? say(WORDS.chief, { name }) : name}</Tag>
                  ))}
                  <span>{gaps > 0 ? say(WORDS.gaps, { count: gaps }) : say(WORDS.alone)}</span>
                </span>
              }
            >
              {shown.length === 0 ? (
                <Empty title={WORDS.none} hint={WORDS.noneHint} />
              ) : (
                <table className="table table-stacks duty-table">
                  <thead>
                    <tr>
                      {[WORDS.unit, WORDS.onDuty, WORDS.phone, WORDS.next].map((word) => (
                        <th key={word.zh} scope="col">
                          {say(word)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map(({ unitId, unitName, onDuty, next, dutyPhone, missing }) => (
                      <tr key={unitId}>
                        <td>
                          <Go to={`/duty-rosters/${unitId}`}>{unitName}</Go>
                        </td>
                        <td>
                          <People shifts={onDuty} />
                          {missing.map(({ dutyKind, count }) => (
                            <span key={dutyKind} className="duty-gap">
                              {say(WORDS.missing, { post: say(dutyLabel(dutyKind)), count })}
                            </span>
                          ))}
                        </td>
                        <td className="time">{dutyPhone ?? '—'}</td>
                        <td>
                          <People shifts={next} />
                          {next[0] && <small className="soft">{shiftEdge(next[0].startsAt)}</small>}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Section>
          );
        }}
      </Shown>
    </Page>
  );
}
