import { Empty, LevelBadge, Tag, useSay } from '../../foundation/design-system/web.ts';
import { planGroup } from './plan-group.register.ts';
import { planSeat } from './plan-seat.register.ts';
import type { Difference } from './plan-words.rules.ts';
import './plans.css';

const WORDS = {
  part: { zh: '部分', en: 'Part' },
  field: { zh: '栏目', en: 'Field' },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '现在', en: 'After' },
  none: { zh: '两版相同', en: 'The editions say the same' },
  head: { zh: '概况', en: 'Overview' },
  clause: { zh: '条款', en: 'Clause' },
} as const;
const CHANGES = {
  added: { zh: '新增', en: 'New' },
  changed: { zh: '改动', en: 'Changed' },
  removed: { zh: '删去', en: 'Taken out' },
} as const;
const PARTS = {
  head: WORDS.head,
  seat: planSeat.label,
  group: planGroup.label,
  level: { zh: '响应级别', en: 'Level' },
  action: WORDS.clause,
} as const;

/** Two editions side by side: each part that differs, field by field, before on the left and after on the right. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const say = useSay();
  if (differences.length === 0) return <Empty title={WORDS.none} />;
  return (
    <div className="plan-differences">
      <table className="table plan-table">
        <thead>
          <tr>
            {[WORDS.part, WORDS.field, WORDS.before, WORDS.after].map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        {differences.map(({ part, name, change, fields }) => (
          <tbody key={`${part}${change}${name}`}>
            {fields.map(({ label, before, after }, index) => (
              <tr key={label.en}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={fields.length}>
                    <p>{say(PARTS[part])}</p>
                    {part === 'level' ? <LevelBadge level={name as 'I'} /> : part === 'head' ? null : <p>{name}</p>}
                    <Tag>{say(CHANGES[change])}</Tag>
                  </th>
                )}
                <td data-label={say(WORDS.field)}>{say(label)}</td>
                <td data-label={say(WORDS.before)} className="plan-words">
                  {say(before)}
                </td>
                <td data-label={say(WORDS.after)} className="plan-words">
                  {say(after)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
