import type { View } from '../../foundation/api/define.ts';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Empty,
  go,
  Page,
  Shown,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { IncidentRecord } from '../incidents/web.ts';
import { ActivationLines } from './ActivationLines.part.tsx';
import { ActivationStatement } from './ActivationStatement.part.tsx';
import { ordersOf, useActivationDraft, waitingOf } from './activation-draft.part.tsx';
import type { activate } from './command.commands.ts';
import type { preview } from './command.views.ts';
import { PlanAndLevel } from './PlanAndLevel.part.tsx';
import './command.css';

/** As much of `plans.list` as choosing needs. */
type PlanList = View<
  'plans.list',
  { incidentKind?: string },
  { items: { id: string; name: string; edition: number }[] }
>;
export type PlanChoice = OutputOf<PlanList>['items'][number];

const WORDS = {
  title: { zh: '启动预案', en: 'Activate a plan' },
  back: { zh: '返回事件', en: 'Back to the incident' },
  cancel: { zh: '取消', en: 'Cancel' },
  confirm: { zh: '启动响应，下达 {count} 条指令', en: 'Activate and issue {count} orders' },
  waiting: { zh: '，{count} 条待下达', en: ', {count} waiting' },
  noPlan: { zh: '没有在用的预案', en: 'No plan is in force' },
  noPlanHint: { zh: '先在「预案」中发布一份。', en: 'Adopt one under “Plans” first.' },
  noneFits: { zh: '没有针对该类事件的预案', en: 'No plan is written for this kind of incident' },
  noneFitsHint: {
    zh: '请在上方选择一份近似的预案，或返回事件单独下达指令。',
    en: 'Choose one that comes near above, or go back and issue single orders.',
  },
  nobody: {
    zh: '有指令没有承办单位：指定单位，或不下达该条',
    en: 'A line has no unit: name one or leave the line out',
  },
  nothing: { zh: '没有要下达的指令', en: 'No order is left to issue' },
} as const satisfies Record<string, Phrase>;

/** 启动预览: who gets what, by when, with what and where somebody is missing; edited in place, one confirmation. */
export default function ActivationPreview() {
  const { id } = useParams();
  const incident = useView<IncidentRecord>('incidents.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(`/incidents/${id}`) }]);
  return (
    <Shown of={incident}>
      {(matter) => (
        <Page title={WORDS.title} mark={matter.mark}>
          <Choose incident={matter} />
        </Page>
      )}
    </Shown>
  );
}

/** A plan written for this kind comes first; with none, every plan in force may be chosen, but none is proposed. */
function Choose({ incident }: { incident: OutputOf<IncidentRecord> }) {
  const plans = useView<PlanList>('plans.list', {});
  const fitting = useView<PlanList>('plans.list', { incidentKind: incident.kind });
  return (
    <Shown of={plans}>
      {({ items }) => (
        <Shown of={fitting}>
          {(mine) => {
            const ids = new Set(mine.items.map((one) => one.id));
            const sorted = [...mine.items, ...items.filter((one) => !ids.has(one.id))];
            return sorted.length === 0 ? (
              <Empty title={WORDS.noPlan} hint={WORDS.noPlanHint} />
            ) : (
              <Preview incident={incident} plans={sorted} proposed={mine.items[0]?.id} />
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}

function Preview({
  incident,
  plans,
  proposed,
}: {
  incident: OutputOf<IncidentRecord>;
  plans: readonly PlanChoice[];
  proposed: string | undefined;
}) {
  const say = useSay();
  const [{ plan, level }, setSearch] = useSearch();
  const planId = plans.find((one) => one.id === plan)?.id ?? proposed ?? '';
  const view = useView<typeof preview>(
    'command.preview',
    { incidentId: incident.id, planId, ...(isLevel(level) ? { level } : {}) },
    { keepsPrevious: true, isEnabled: planId !== '' },
  );
  const activating = useCommand<typeof activate>('command.activate');
  const draft = useActivationDraft(view.data);
  const orders = ordersOf(draft.lines);
  const hasGap = draft.lines.some((line) => !line.isLeftOut && line.unitId === null);
  const { matter, expectedHours, measures } = draft.statement;
  const submit = async () => {
    if (!view.data || expectedHours === null) return;
    const { level: shownLevel } = view.data;
    const activated = await activating.run({
      incidentId: incident.id,
      planId,
      level: shownLevel,
      matter,
      expectedHours,
      measures,
      actions: orders,
    });
    if (activated) go(`/incidents/${incident.id}`);
  };
  const isStated = matter.trim() !== '' && measures.trim() !== '' && expectedHours !== null;
  const actions: Action[] = [
    {
      key: 'activate',
      kind: 'main',
      label: confirmWords(orders.length, waitingOf(draft.lines).length),
      act: () => void submit(),
      isBusy: activating.isRunning,
      reason: hasGap ? WORDS.nobody : orders.length === 0 || !isStated ? WORDS.nothing : undefined,
    },
    { key: 'cancel', label: WORDS.cancel, act: () => go(`/incidents/${incident.id}`) },
  ];
  return (
    <>
      <PlanAndLevel
        incident={incident}
        plans={plans}
        planId={planId}
        preview={view.data}
        onChange={(choice) => {
          draft.forgetMeasures();
          setSearch(choice);
        }}
      />
      {planId === '' ? (
        <Empty title={WORDS.noneFits} hint={WORDS.noneFitsHint} />
      ) : (
        <Shown of={view} rows={12}>
          {() => (
            <>
              <ActivationStatement statement={draft.statement} onChange={draft.state} />
              <ActivationLines lines={draft.lines} onChange={draft.change} />
            </>
          )}
        </Shown>
      )}
      <ActionBar actions={actions}>
        {hasGap && <span className="soft">{say(WORDS.nobody)}</span>}
        {activating.problem && (
          <p className="problem" role="alert">
            {say(activating.problem.phrase)}
          </p>
        )}
      </ActionBar>
    </>
  );
}

function confirmWords(lines: number, waiting: number): Phrase {
  const words = (language: 'zh' | 'en') =>
    WORDS.confirm[language].replace('{count}', `${lines - waiting}`) +
    (waiting > 0 ? WORDS.waiting[language].replace('{count}', `${waiting}`) : '');
  return { zh: words('zh'), en: words('en') };
}

function isLevel(text: string | undefined): text is 'I' | 'II' | 'III' | 'IV' {
  return text !== undefined && ['I', 'II', 'III', 'IV'].includes(text);
}
