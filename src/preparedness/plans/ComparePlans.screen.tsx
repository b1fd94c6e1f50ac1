import { useView } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Empty,
  go,
  Page,
  Section,
  Shown,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import { Differences } from './Differences.part.tsx';
import { EDITION, type Plan } from './plan-words.part.tsx';
import { differencesOf } from './plan-words.rules.ts';
import type { record } from './plans.views.ts';

const WORDS = {
  title: { zh: '各版比较', en: 'Compare editions' },
  with: { zh: '与哪一版比较', en: 'Compare with' },
  between: { zh: '第 {before} 版 → 第 {after} 版', en: 'Edition {before} → edition {after}' },
  count: { zh: '{count} 处不同', en: '{count} differences' },
  one: { zh: '只有一版', en: 'There is one edition only' },
  back: { zh: '返回预案', en: 'Back to the plan' },
} as const;

/** Two editions of one plan side by side; the one just before it unless another is chosen. */
export default function ComparePlans() {
  const { id } = useParams();
  const view = useView<typeof record>('plans.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`/plans/${id}`) }]);
  return <Shown of={view}>{(plan) => <Compare plan={plan} />}</Shown>;
}

function Compare({ plan }: { plan: Plan }) {
  const [search, change] = useSearch();
  const others = plan.editions.filter(({ id }) => id !== plan.id);
  const before =
    others.find(({ id }) => id === search.with) ?? others.find(({ edition }) => edition < plan.edition) ?? others[0];
  return (
    <Page title={{ zh: `${WORDS.title.zh} · ${plan.name}`, en: `${WORDS.title.en} · ${plan.name}` }}>
      {before ? (
        <>
          <ChoiceField
            label={WORDS.with}
            as="buttons"
            choices={others.map(({ id, edition }) => ({ value: id, label: fill(EDITION, { edition }) }))}
            value={before.id}
            onChange={(id) => change({ with: id })}
          />
          <With plan={plan} beforeId={before.id} />
        </>
      ) : (
        <Empty title={WORDS.one} />
      )}
    </Page>
  );
}

function With({ plan, beforeId }: { plan: Plan; beforeId: string }) {
  const say = useSay();
  const view = useView<typeof record>('plans.record', { id: beforeId });
  return (
    <Shown of={view}>
      {(other) => {
        const [before, after] = other.edition < plan.edition ? [other, plan] : [plan, other];
        const differences = differencesOf(before, after);
        return (
          <Section
            title={fill(WORDS.between, { before: before.edition, after: after.edition })}
            aside={<span className="soft">{say(WORDS.count, { count: differences.length })}</span>}
          >
            <Differences differences={differences} />
          </Section>
        );
      }}
    </Shown>
  );
}
