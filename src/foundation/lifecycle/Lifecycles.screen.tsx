import { type OutputOf, useView } from '../api/web.ts';
import { ChoiceField, Page, Section, Shown, useSay, useSearch } from '../design-system/web.ts';
import { Diagram } from './Diagram.part.tsx';
import type { list } from './lifecycles.views.ts';
import { StepTable } from './StepTable.part.tsx';
import './lifecycles.css';

const WORDS = {
  title: { zh: '流程', en: 'Lifecycles' },
  which: { zh: '业务', en: 'Kind of record' },
  steps: { zh: '步骤', en: 'Steps' },
  key: {
    zh: '● 起点 · 双线框为终点 · ↻ 状态不变的步骤。图由系统运行的同一定义画出。',
    en: '● start · double frame: end · ↻ a step that leaves the state as it is. Drawn from the definition that runs.',
  },
} as const;

export type Lifecycle = OutputOf<typeof list>['lifecycles'][number];

/** 流程: what may become of a record, who takes each step and what it must bring; one kind of record at a time. */
export default function Lifecycles() {
  const view = useView<typeof list>('lifecycles.list', {});
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>{({ lifecycles }) => <Chosen lifecycles={lifecycles} />}</Shown>
    </Page>
  );
}

function Chosen({ lifecycles }: { lifecycles: readonly Lifecycle[] }) {
  const say = useSay();
  const [search, change] = useSearch();
  const shown = lifecycles.find(({ register }) => register === search.of) ?? lifecycles[0];
  if (!shown) return null;
  return (
    <>
      <ChoiceField
        label={WORDS.which}
        as="buttons"
        choices={lifecycles.map(({ register, label }) => ({ value: register, label }))}
        value={shown.register}
        onChange={(register) => change({ of: register })}
      />
      <Section title={shown.label}>
        <Diagram lifecycle={shown} />
        <p className="soft">{say(WORDS.key)}</p>
      </Section>
      <Section title={WORDS.steps}>
        <StepTable lifecycle={shown} />
      </Section>
    </>
  );
}
