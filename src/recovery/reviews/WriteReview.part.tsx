import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Form, FormActions, NumberField, TextAreaField } from '../../foundation/design-system/web.ts';
import { review as register } from './review.register.ts';
import type { ReviewPartProps } from './review-states.part.tsx';
import type { write } from './reviews.commands.ts';

const SAVE = { zh: '保存', en: 'Save' } as const;
const { fields: of } = register;

/** Causes, assessment, lessons and a score; kept as far as they are. */
export function WriteReview({ review, onDone }: ReviewPartProps & { onDone: () => void }) {
  const writing = useCommand<typeof write>('reviews.write');
  const [typed, setTyped] = useState({
    causes: review.causes ?? '',
    assessment: review.assessment ?? '',
    lessons: review.lessons ?? '',
  });
  const [score, setScore] = useState(review.score);
  const submit = async () => {
    if (await writing.run({ id: review.id, ...typed, score }, { version: review.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={writing.problem} isWaiting={writing.isWaiting}>
      {(['causes', 'assessment', 'lessons'] as const).map((name) => (
        <TextAreaField
          key={name}
          label={of[name].label}
          name={name}
          value={typed[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          rows={4}
          maxLength={8000}
        />
      ))}
      <NumberField label={of.score.label} name="score" value={score} onChange={setScore} min={0} max={100} />
      <FormActions submit={SAVE} isBusy={writing.isRunning} onCancel={onDone} />
    </Form>
  );
}
