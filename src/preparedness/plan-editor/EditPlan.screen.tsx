import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Empty,
  Go,
  go,
  Page,
  Shown,
  useKeys,
  useParams,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { fill } from '../../kernel/phrases.ts';
import type { PlanText, PlanTextRecord } from '../plan-texts/web.ts';
import { isInForce, type Plan, type PlanRecord } from '../plans/web.ts';
import { AdoptPlan } from './AdoptPlan.part.tsx';
import { EditActions } from './EditActions.part.tsx';
import { EditCommand } from './EditCommand.part.tsx';
import { EditHead } from './EditHead.part.tsx';
import { EditLevels } from './EditLevels.part.tsx';
import { Findings, useFindings } from './Findings.part.tsx';
import { FromText } from './FromText.part.tsx';
import { beginFrom } from './from-text.rules.ts';
import { draftOf, EMPTY, type ServerDraft, usePlanDraft } from './plan-draft.part.tsx';
import { type ActionDraft, isChanged, type PlanDraft } from './plan-draft.rules.ts';
import type { mine } from './plan-drafts.views.ts';
import './plan-editor.css';

const WORDS = {
  next: { zh: '编制第 {edition} 版', en: 'Write edition {edition}' },
  first: { zh: '编制新预案', en: 'Write a new plan' },
  adopt: { zh: '发布', en: 'Adopt' },
  giveUp: { zh: '放弃修改', en: 'Give up the changes' },
  back: { zh: '返回', en: 'Back' },
  same: { zh: '没有改动', en: 'Nothing has been changed' },
  missing: { zh: '还不能发布：', en: 'Not ready to be adopted:' },
  overtaken: {
    zh: '您编制期间已有新版发布。本页内容仍在，请与现行版核对后另行编制。',
    en: 'A newer edition was adopted meanwhile. What you wrote is still here; compare it with the one in force.',
  },
  current: { zh: '查看现行版', en: 'See the one in force' },
  refused: { zh: '这份预案不归您编制', en: 'This plan is not yours to renew' },
  refusedHint: { zh: '由编制单位发布新版。', en: 'The unit that issued it adopts its editions.' },
} as const;

/** The next edition of a plan, begun on the one in force; or a plan from nothing at `/plans/new`. */
export default function EditPlan() {
  const { id } = useParams();
  const [{ text }] = useSearch();
  if (id !== '') return <Renew id={id} />;
  return text ? <BeginFrom textId={text} /> : <Write id="new" base={EMPTY} back="/plans" />;
}

/** A plan begun from a text that was read and confirmed: what it says of levels and ending is proposed. */
function BeginFrom({ textId }: { textId: string }) {
  const view = useView<PlanTextRecord>('planTexts.record', { id: textId });
  return (
    <Shown of={view}>
      {(text) => (
        <Write
          id={`text-${textId}`}
          base={EMPTY}
          start={{ ...EMPTY, ...beginFrom(text.title, text.clauses) }}
          text={text}
          back={`/plan-texts/${textId}`}
        />
      )}
    </Shown>
  );
}

function Renew({ id }: { id: string }) {
  const view = useView<PlanRecord>('plans.record', { id });
  return (
    <Shown of={view}>
      {(plan) =>
        plan.mayRenew || !isInForce(plan) ? (
          <Write id={id} base={draftOf(plan)} plan={plan} back={`/plans/${id}`} />
        ) : (
          <Empty title={WORDS.refused} hint={WORDS.refusedHint} />
        )
      }
    </Shown>
  );
}

/** Begins with what the server keeps of it; what is kept later from here does not change what is on the screen. */
function Write(props: Omit<Parameters<typeof Writing>[0], 'kept'>) {
  const view = useView<typeof mine>('planDrafts.mine', { about: props.id });
  return <Shown of={view}>{({ draft }) => <Writing {...props} kept={draft} />}</Shown>;
}

function Writing({
  id,
  base,
  start = base,
  plan,
  text,
  back,
  kept,
}: {
  id: string;
  kept: ServerDraft;
  base: PlanDraft;
  /** What stands there at first, where that is not the edition it is compared with. */
  start?: PlanDraft;
  plan?: Plan;
  text?: PlanText;
  back: string;
}) {
  const say = useSay();
  const { draft, changes, set, forget } = usePlanDraft(id, base, start, kept);
  const [isAdopting, setAdopting] = useState(false);
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go(back) }]);
  const edition = (plan?.edition ?? 0) + 1;
  const findings = useFindings(draft);
  const faults = findings.filter(({ severity }) => severity === 'fault');
  const [edited, setEdited] = useState<ActionDraft>();
  const isOvertaken = plan !== undefined && !isInForce(plan);
  const leave = () => {
    forget();
    go(back);
  };
  const actions: Action[] = [
    {
      key: 'adopt',
      label: WORDS.adopt,
      kind: 'main',
      act: () => setAdopting(true),
      reason: isOvertaken ? WORDS.overtaken : isChanged(changes) ? faults[0]?.words : WORDS.same,
    },
    { key: 'give-up', label: isChanged(changes) ? WORDS.giveUp : WORDS.back, act: leave },
  ];
  return (
    <Page title={plan ? fill(WORDS.next, { edition }) : WORDS.first}>
      {isOvertaken && <Overtaken plan={plan} />}
      <EditHead draft={draft} isNew={plan === undefined} onChange={set} />
      <Findings
        findings={findings}
        onOpen={(clause) => setEdited(draft.actions.find((action) => action.clause === clause))}
      />
      <EditCommand draft={draft} onChange={set} />
      <EditLevels draft={draft} onChange={set} />
      {text && <FromText text={text} draft={draft} onTake={setEdited} />}
      <EditActions draft={draft} changes={changes} edited={edited} onEdit={setEdited} onChange={set} />
      <ActionBar actions={actions}>
        {isChanged(changes) && faults.length > 0 && (
          <p className="soft" role="status">
            {say(WORDS.missing)}{' '}
            {faults
              .slice(0, 3)
              .map(({ words }) => say(words))
              .join(' · ')}
          </p>
        )}
      </ActionBar>
      <AdoptPlan
        draft={draft}
        base={base}
        findings={findings}
        {...(text ? { textId: text.id } : plan?.textId ? { textId: plan.textId } : {})}
        edition={edition}
        isOpen={isAdopting}
        onClose={() => setAdopting(false)}
        onAdopted={(adoptedId) => {
          forget();
          go(`/plans/${adoptedId}`);
        }}
      />
    </Page>
  );
}

function Overtaken({ plan }: { plan: Plan }) {
  const say = useSay();
  const current = plan.editions.find(isInForce);
  return (
    <div className="problem" role="alert">
      {say(WORDS.overtaken)} {current && <Go to={`/plans/${current.id}`}>{say(WORDS.current)}</Go>}
    </div>
  );
}
