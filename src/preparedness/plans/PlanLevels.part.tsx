import { LevelBadge, Section, useSay } from '../../foundation/design-system/web.ts';
import { planLevel } from './plan-level.register.ts';
import type { Plan } from './plan-words.part.tsx';

const { fields } = planLevel;
const WORDS = {
  title: { zh: '响应级别', en: 'Response levels' },
  actions: { zh: '行动', en: 'Actions' },
  hours: { zh: '{count} 小时', en: '{count} h' },
} as const;

/** When each level starts, how long it is expected to last, and what is then done; Ⅰ first. */
export function PlanLevels({ plan }: { plan: Plan }) {
  const say = useSay();
  const heads = [fields.level.label, fields.conditions.label, fields.expectedHours.label, fields.measures.label];
  return (
    <Section id="levels" title={WORDS.title}>
      <table className="table plan-table">
        <thead>
          <tr>
            {[...heads, WORDS.actions].map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.levels.map(({ level, conditions, expectedHours, measures }) => (
            <tr key={level}>
              <th scope="row">
                <LevelBadge level={level} />
              </th>
              <td data-label={say(fields.conditions.label)}>{conditions}</td>
              <td data-label={say(fields.expectedHours.label)} className="time">
                {say(WORDS.hours, { count: expectedHours })}
              </td>
              <td data-label={say(fields.measures.label)}>{measures}</td>
              <td data-label={say(WORDS.actions)} className="time">
                {plan.actions.filter(({ levels }) => levels.includes(level)).length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
