import { useEffect, useState } from 'react';
import type { View } from '../../foundation/api/define.ts';
import { type OutputOf, useCommand, useView } from '../../foundation/api/web.ts';
import {
  ChoiceField,
  Form,
  FormActions,
  InstantField,
  TextAreaField,
  TextField,
} from '../../foundation/design-system/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReviewPartProps } from '../reviews/web.ts';
import { FINDING_KINDS, reviewFinding } from './review-finding.register.ts';
import type { record } from './review-findings.commands.ts';

/** As much of `reviews.assessment` as a finding starts from. */
type Drawn = View<
  'reviews.assessment',
  { id: string },
  {
    clocks: { missed: { id: string; label: Phrase; minutesLate: number; who: string }[] };
    parts: {
      id: string;
      number: string;
      title: string;
      unitId: string;
      unitName: string;
      receiptLate: number;
      finishLate: number;
    }[];
    clauses: { planId: string; planName: string; clause: string; title: string; state: string }[];
  }
>;

const WORDS = {
  submit: { zh: '列出问题', en: 'Record the finding' },
  unitHint: {
    zh: '选责任单位和时限时，立即下达整改指令',
    en: 'With a unit and a limit, an order goes out at once',
  },
  plan: { zh: '同时建议修订《{plan}》{clause}', en: 'A revision of “{plan}” {clause} is asked for, too' },
} as const satisfies Record<string, Phrase>;
const { fields: of } = reviewFinding;

interface Draft {
  kind?: (typeof FINDING_KINDS)[number]['id'] | undefined;
  text: string;
  unitId?: string | undefined;
  planId?: string | undefined;
  planName?: string | undefined;
  clause?: string | undefined;
}

/** What the record says of the thing the finding is about, in the words of the paper: Chinese. */
function draftOf(about: string | undefined, drawn: OutputOf<Drawn> | undefined): Draft {
  const [what, id, clause] = (about ?? '').split('/');
  const clock = what === 'clock' && drawn?.clocks.missed.find((one) => one.id === id);
  if (clock) return { kind: 'reporting', text: `${clock.who}「${clock.label.zh}」逾期 ${clock.minutesLate} 分钟` };
  const part = what === 'part' && drawn?.parts.find((one) => one.id === id);
  if (part) {
    const late = [
      ...(part.receiptLate > 0 ? [`签收迟 ${part.receiptLate} 分钟`] : []),
      ...(part.finishLate > 0 ? [`办结迟 ${part.finishLate} 分钟`] : []),
    ];
    return {
      kind: 'response',
      text: `${part.unitName}对 ${part.number}「${part.title}」${late.join('，')}`,
      unitId: part.unitId,
    };
  }
  const found = what === 'clause' && drawn?.clauses.find((one) => one.planId === id && one.clause === clause);
  if (found) {
    return {
      kind: 'plan',
      text: `《${found.planName}》${found.clause}「${found.title}」未执行`,
      planId: found.planId,
      planName: found.planName,
      clause: found.clause,
    };
  }
  return { text: '' };
}

/** What was found, what is done about it, by whom until when. It starts from the line it was raised on. */
export function RecordFinding({
  review,
  about,
  onDone,
}: ReviewPartProps & { about: string | undefined; onDone: () => void }) {
  const recording = useCommand<typeof record>('reviewFindings.record');
  const view = useView<Drawn>('reviews.assessment', { id: review.id });
  const [draft, setDraft] = useState<Draft>(() => draftOf(about, view.data));
  const [measure, setMeasure] = useState('');
  const [dueAt, setDueAt] = useState<string>();
  const isReady = view.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn later than the form opened fills it once
  useEffect(() => {
    if (draft.text === '') setDraft(draftOf(about, view.data));
  }, [isReady]);
  const submit = async () => {
    if (!draft.kind) return;
    const { kind, text, unitId, planId, clause } = draft;
    const done = await recording.run({
      reviewId: review.id,
      kind,
      text,
      measure,
      unitId: unitId ?? null,
      dueAt: dueAt ?? null,
      planId: planId ?? null,
      clause: clause ?? null,
    });
    if (done) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={recording.problem} isWaiting={recording.isWaiting}>
      <ChoiceField
        label={of.kind.label}
        name="kind"
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
        choices={FINDING_KINDS.map(({ id, label }) => ({ value: id, label }))}
        as="buttons"
        isRequired
      />
      <TextAreaField
        label={of.text.label}
        name="text"
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
        rows={2}
        maxLength={1000}
        isRequired
      />
      <TextAreaField
        label={of.measure.label}
        name="measure"
        value={measure}
        onChange={setMeasure}
        rows={2}
        maxLength={1000}
        isRequired
      />
      <UnitField
        label={of.unitId.label}
        name="unitId"
        value={draft.unitId}
        onChange={(unitId) => setDraft({ ...draft, unitId })}
        hint={WORDS.unitHint}
      />
      <InstantField
        label={of.dueAt.label}
        name="dueAt"
        value={dueAt}
        onChange={setDueAt}
        isRequired={draft.unitId !== undefined}
      />
      {draft.planId && (
        <TextField
          label={of.clause.label}
          name="clause"
          value={draft.clause ?? ''}
          onChange={(clause) => setDraft({ ...draft, clause })}
          maxLength={30}
          hint={{
            zh: WORDS.plan.zh.replace('{plan}', draft.planName ?? '').replace('{clause}', draft.clause ?? ''),
            en: WORDS.plan.en.replace('{plan}', draft.planName ?? '').replace('{clause}', draft.clause ?? ''),
          }}
        />
      )}
      <FormActions submit={WORDS.submit} isBusy={recording.isRunning} onCancel={onDone} />
    </Form>
  );
}
