import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import { ChoiceField, choicesOf, Form, FormActions, TextAreaField } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { departmentAnswer, PRESENCE, SATISFACTION, SOLVED } from './department-answer.register.ts';
import type { answer, rateAnswer } from './street-whistles.commands.ts';
import type { record } from './street-whistles.views.ts';

const { fields: of } = departmentAnswer;
const ANSWER: Phrase = { zh: '报到', en: 'Answer' };
const RATE: Phrase = { zh: '提交评价', en: 'Rate' };

/** 报到: the department says who comes and what is done. */
export function AnswerForm({ id, onDone }: { id: string; onDone: () => void }) {
  const answering = useCommand<typeof answer>('departmentAnswers.answer');
  const [measures, setMeasures] = useState('');
  const send = async () => {
    if (await answering.run({ id, measures })) onDone();
  };
  return (
    <Form onSubmit={() => void send()} problem={answering.problem} isWaiting={answering.isWaiting}>
      <TextAreaField
        label={of.measures.label}
        name="measures"
        value={measures}
        onChange={setMeasures}
        maxLength={1000}
        isRequired
      />
      <FormActions submit={ANSWER} isBusy={answering.isRunning} onCancel={onDone} />
    </Form>
  );
}

/** 评价: did they come, was it solved, is the street satisfied. */
export function RateForm({
  answer: one,
  onDone,
}: {
  answer: OutputOf<typeof record>['answers'][number];
  onDone: () => void;
}) {
  const rating = useCommand<typeof rateAnswer>('departmentAnswers.rate');
  const [presence, setPresence] = useState<(typeof PRESENCE)[number]['id']>();
  const [solved, setSolved] = useState<(typeof SOLVED)[number]['id']>();
  const [satisfaction, setSatisfaction] = useState<(typeof SATISFACTION)[number]['id']>();
  const [remark, setRemark] = useState('');
  const send = async () => {
    const input = { id: one.id, presence, solved, satisfaction, remark: remark || null };
    if (await rating.run(input, { version: one.version })) onDone();
  };
  return (
    <Form onSubmit={() => void send()} problem={rating.problem} isWaiting={rating.isWaiting} label={one.unitName}>
      <p>
        <strong>{one.unitName}</strong>
      </p>
      <ChoiceField
        label={of.presence.label}
        name="presence"
        value={presence}
        onChange={setPresence}
        choices={choicesOf(PRESENCE)}
        as="buttons"
        isRequired
      />
      <ChoiceField
        label={of.solved.label}
        name="solved"
        value={solved}
        onChange={setSolved}
        choices={choicesOf(SOLVED)}
        as="buttons"
        isRequired
      />
      <ChoiceField
        label={of.satisfaction.label}
        name="satisfaction"
        value={satisfaction}
        onChange={setSatisfaction}
        choices={choicesOf(SATISFACTION)}
        as="buttons"
        isRequired
      />
      <TextAreaField label={of.remark.label} name="remark" value={remark} onChange={setRemark} maxLength={500} />
      <FormActions submit={RATE} isBusy={rating.isRunning} onCancel={onDone} />
    </Form>
  );
}
