import { ChoiceField, Empty, Section, UrgencyTag, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { EVIDENCE, FULFILMENTS } from '../../foundation/orders/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { showCounts } from '../../foundation/registers/types/counts.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { dueText } from './plan.rules.ts';
import { PLACE_RULES, planAction } from './plan-action.register.ts';
import { type Action, EVERY_LEVEL, NUMERALS, type Plan, roleLabel, unitWords } from './plan-words.part.tsx';

const { fields } = planAction;
const WORDS = {
  title: { zh: '行动', en: 'Actions' },
  count: { zh: '共 {count} 条', en: '{count} in all' },
  who: { zh: '承办', en: 'Who' },
  due: { zh: '时限', en: 'Due' },
  place: { zh: '地点', en: 'Place' },
  needs: { zh: '所需：{means}', en: 'With: {means}' },
  show: { zh: '按级别查看', en: 'Show one level' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '这一级没有行动', en: 'Nothing to do at this level' },
} as const satisfies Record<string, Phrase>;

/** Every clause that becomes an order: who, by when after T0, where, with what, and what is asked back. */
export function PlanActions({ plan }: { plan: Plan }) {
  const say = useSay();
  const [search, change] = useSearch();
  const level = plan.levels.find((one) => one.level === search.level)?.level;
  const shown = plan.actions.filter((action) => level === undefined || action.levels.includes(level));
  return (
    <Section
      id="actions"
      title={WORDS.title}
      aside={<span className="soft">{say(WORDS.count, { count: shown.length })}</span>}
    >
      <ChoiceField
        label={WORDS.show}
        as="buttons"
        choices={[
          { value: 'all', label: WORDS.all },
          ...plan.levels.map((one) => ({
            value: one.level as string,
            label: { zh: `${NUMERALS[one.level]} 级`, en: `Level ${one.level}` },
          })),
        ]}
        value={level ?? 'all'}
        onChange={(value) => change({ level: value === 'all' ? undefined : value })}
      />
      {shown.length === 0 ? (
        <Empty title={WORDS.none} />
      ) : (
        <ActionTable actions={shown} levelCount={plan.levels.length} />
      )}
    </Section>
  );
}

function ActionTable({ actions, levelCount }: { actions: readonly Action[]; levelCount: number }) {
  const say = useSay();
  const heads = [
    fields.clause.label,
    fields.title.label,
    WORDS.who,
    WORDS.due,
    WORDS.place,
    fields.evidenceAsked.label,
    fields.levels.label,
  ];
  return (
    <table className="table plan-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <Row key={action.id} action={action} levelCount={levelCount} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ action, levelCount }: { action: Action; levelCount: number }) {
  const say = useSay();
  return (
    <tr>
      <th scope="row">{action.clause}</th>
      <td data-label={say(fields.title.label)}>
        <p className="row">
          <strong>{action.title}</strong>
          <UrgencyTag urgency={action.priority} />
        </p>
        <p className="soft">{action.content}</p>
        {action.resources.length > 0 && (
          <p className="soft">{say(WORDS.needs, { means: action.resources.join('、') })}</p>
        )}
      </td>
      <td data-label={say(WORDS.who)}>
        <p>{say(unitWords(action))}</p>
        <p className="soft">
          {action.postName ?? say(roleLabel(action.role))} · {action.groupName}
        </p>
      </td>
      <td data-label={say(WORDS.due)} className="time">
        {say(dueText(action))}
      </td>
      <td data-label={say(WORDS.place)}>{say(labelOf(PLACE_RULES, action.placeRule))}</td>
      <td data-label={say(fields.evidenceAsked.label)}>
        {say(showCounts(EVIDENCE, action.evidenceAsked))}
        {action.fulfilledBy && <p className="soft">{say(labelOf(FULFILMENTS, action.fulfilledBy))}</p>}
      </td>
      <td data-label={say(fields.levels.label)} className="time">
        {action.levels.length === levelCount
          ? say(EVERY_LEVEL)
          : action.levels.map((level) => NUMERALS[level] ?? level).join(' ')}
      </td>
    </tr>
  );
}
