import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Button,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  StateBadge,
  TextAreaField,
  TextField,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import { PlanTextClauses } from './PlanTextClauses.part.tsx';
import { planTextLifecycle } from './plan-text.lifecycle.ts';
import { PLAN_TEXT_FORMATS, planText } from './plan-text.register.ts';
import { clauseTitle, type PlanText, type TextClause } from './plan-text-words.part.tsx';
import type { confirm, correctClause, discard } from './plan-texts.commands.ts';
import type { record } from './plan-texts.views.ts';

const { fields } = planText;
const WORDS = {
  back: { zh: '返回预案文本', en: 'Back to the texts' },
  about: { zh: '概况', en: 'Overview' },
  clauses: { zh: '条款', en: 'Clauses' },
  history: { zh: '修订记录', en: 'History' },
  at: { zh: '导入时间', en: 'Read at' },
  counts: { zh: '{clauses} 条，编号问题 {findings} 处', en: '{clauses} clauses, {findings} out of order' },
  check: {
    zh: '请与原文核对：不是条款的并入上一条，层级不对的调整，核对后编成预案。',
    en: 'Compare with the paper: join what is no clause, mend depths, then make a plan of it.',
  },
  make: { zh: '据此编制预案', en: 'Make a plan of it' },
  left: { zh: '上升一级', en: 'Raise' },
  right: { zh: '下降一级', en: 'Lower' },
  join: { zh: '并入上一条', en: 'Join the one before' },
  edit: { zh: '改编号标题', en: 'Number, heading' },
  number: { zh: '编号', en: 'Number' },
  heading: { zh: '标题', en: 'Heading' },
  save: { zh: '保存', en: 'Save' },
  reason: { zh: '弃用理由', en: 'Reason' },
} as const;
const { confirm: confirming, discard: discarding } = planTextLifecycle.transitions;

/** A text as it was read, beside the paper: mended where the reader was wrong, confirmed, then the source of a plan. */
export default function PlanTextFile() {
  const { id } = useParams();
  const view = useView<typeof record>('planTexts.record', { id });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/plan-texts') }]);
  return <Shown of={view}>{(text) => <File text={text} />}</Shown>;
}

function File({ text }: { text: PlanText }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<'confirm' | 'discard'>();
  const [edited, setEdited] = useState<TextClause>();
  const correcting = useCommand<typeof correctClause>('planTexts.correctClause');
  const isOpen = text.mayKeep && text.state === 'read';
  const correct = (clause: TextClause, change: { depth?: number; joinsBefore?: boolean }) =>
    void correcting.run({ id: text.id, clauseId: clause.id, ...change });
  const actions: Action[] = [
    ...(isOpen
      ? [{ key: 'confirm', kind: 'main' as const, label: confirming.label, act: () => setAsked('confirm') }]
      : []),
    ...(text.mayKeep && text.state !== 'discarded'
      ? [{ key: 'discard', label: discarding.label, act: () => setAsked('discard') }]
      : []),
  ];
  const findings = text.clauses.filter(({ finding }) => finding !== null).length;
  return (
    <RecordPage
      title={text.title}
      badges={
        <StateBadge
          label={planTextLifecycle.states[text.state as keyof typeof planTextLifecycle.states]}
          tone={text.state === 'read' ? 'active' : 'ended'}
        />
      }
      owner=""
      sections={[
        { id: 'about', title: WORDS.about },
        { id: 'clauses', title: WORDS.clauses },
        { id: 'history', title: WORDS.history },
      ]}
      actions={
        <ActionBar actions={actions}>
          {text.state === 'confirmed' && may('plan.adopt') && (
            <Go className="button button-main" to={`/plans/new?text=${text.id}`}>
              {say(WORDS.make)}
            </Go>
          )}
        </ActionBar>
      }
    >
      <Section id="about" title={WORDS.about}>
        <Facts
          facts={[
            { label: fields.fileName.label, value: text.fileName },
            { label: fields.format.label, value: say(labelOf(PLAN_TEXT_FORMATS, text.format)) },
            { label: WORDS.at, value: <Time at={text.createdAt} /> },
            { label: fields.confirmedAt.label, value: text.confirmedAt && <Time at={text.confirmedAt} /> },
            { label: fields.reason.label, value: text.reason },
          ]}
        />
      </Section>
      <Section
        id="clauses"
        title={WORDS.clauses}
        aside={<span className="soft">{say(WORDS.counts, { clauses: text.clauses.length, findings })}</span>}
      >
        {isOpen && <p className="soft">{say(WORDS.check)}</p>}
        {correcting.problem && (
          <p className="problem" role="alert">
            {say(correcting.problem.phrase)}
          </p>
        )}
        <PlanTextClauses
          clauses={text.clauses}
          tools={
            isOpen
              ? (clause) => (
                  <Tools
                    clause={clause}
                    isFirst={clause === text.clauses[0]}
                    onDepth={(depth) => correct(clause, { depth })}
                    onJoin={() => correct(clause, { joinsBefore: true })}
                    onEdit={() => setEdited(clause)}
                  />
                )
              : undefined
          }
        />
      </Section>
      <Section id="history" title={WORDS.history}>
        <RecordTimeline register="plan_text" id={text.id} />
      </Section>
      <Dialog
        title={asked ? say(asked === 'confirm' ? confirming.label : discarding.label) : ''}
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        {asked === 'confirm' && <Confirm text={text} onDone={() => setAsked(undefined)} />}
        {asked === 'discard' && <Discard text={text} onDone={() => setAsked(undefined)} />}
      </Dialog>
      <Dialog
        title={edited ? clauseTitle(edited) : ''}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
      >
        {edited && <EditClause text={text} clause={edited} onDone={() => setEdited(undefined)} />}
      </Dialog>
    </RecordPage>
  );
}

function Tools({
  clause: { depth, number, heading },
  isFirst,
  onDepth,
  onJoin,
  onEdit,
}: {
  clause: TextClause;
  isFirst: boolean;
  onDepth: (depth: number) => void;
  onJoin: () => void;
  onEdit: () => void;
}) {
  const say = useSay();
  const name = number || heading;
  return (
    <span className="row">
      <Button
        kind="bare"
        aria-label={`${say(WORDS.left)} ${name}`}
        disabled={depth <= 1}
        onClick={() => onDepth(depth - 1)}
      >
        {say(WORDS.left)}
      </Button>
      <Button
        kind="bare"
        aria-label={`${say(WORDS.right)} ${name}`}
        disabled={depth >= 9}
        onClick={() => onDepth(depth + 1)}
      >
        {say(WORDS.right)}
      </Button>
      <Button kind="bare" aria-label={`${say(WORDS.edit)} ${name}`} onClick={onEdit}>
        {say(WORDS.edit)}
      </Button>
      <Button kind="bare" aria-label={`${say(WORDS.join)} ${name}`} disabled={isFirst} onClick={onJoin}>
        {say(WORDS.join)}
      </Button>
    </span>
  );
}

function EditClause({ text, clause, onDone }: { text: PlanText; clause: TextClause; onDone: () => void }) {
  const correcting = useCommand<typeof correctClause>('planTexts.correctClause');
  const [number, setNumber] = useState(clause.number);
  const [heading, setHeading] = useState(clause.heading);
  const submit = async () => {
    if (await correcting.run({ id: text.id, clauseId: clause.id, clauseNumber: number, heading })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={correcting.problem}>
      <TextField label={WORDS.number} name="clauseNumber" value={number} onChange={setNumber} maxLength={60} />
      <TextField label={WORDS.heading} name="heading" value={heading} onChange={setHeading} maxLength={400} />
      <FormActions submit={WORDS.save} isBusy={correcting.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Confirm({ text, onDone }: { text: PlanText; onDone: () => void }) {
  const running = useCommand<typeof confirm>('planTexts.confirm');
  const [title, setTitle] = useState(text.title);
  const submit = async () => {
    if (await running.run({ id: text.id, title }, { version: text.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={running.problem}>
      <TextField label={fields.title.label} name="title" value={title} onChange={setTitle} maxLength={200} isRequired />
      <FormActions submit={confirming.label} isBusy={running.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Discard({ text, onDone }: { text: PlanText; onDone: () => void }) {
  const running = useCommand<typeof discard>('planTexts.discard');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await running.run({ id: text.id, reason }, { version: text.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={running.problem}>
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={discarding.label} isBusy={running.isRunning} onCancel={onDone} />
    </Form>
  );
}
