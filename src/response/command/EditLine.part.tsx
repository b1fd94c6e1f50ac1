import { useState } from 'react';
import { Form, FormActions, NumberField, TextAreaField } from '../../foundation/design-system/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { minutesText } from '../../preparedness/plans/define.ts';
import { planAction } from '../../preparedness/plans/plan-action.register.ts';
import type { Line, LineChange } from './activation-draft.part.tsx';

const WORDS = {
  take: { zh: '改好了', en: 'Take the change' },
  unit: { zh: '承办单位', en: 'Unit' },
  unitHint: {
    zh: '改为其他单位后，由该单位值守签收',
    en: 'Another unit takes the order as a unit: whoever answers for it',
  },
  minutes: { zh: '分钟', en: 'minutes' },
} as const satisfies Record<string, Phrase>;

const { content, offsetMinutes } = planAction.fields;

/** One line of the preview as it goes out this time; the plan itself stays as it is. */
export function EditLine({
  line,
  onTake,
  onCancel,
}: {
  line: Line;
  onTake: (change: LineChange) => void;
  onCancel: () => void;
}) {
  const [words, setWords] = useState(line.content);
  const [minutes, setMinutes] = useState<number | null>(line.offsetMinutes);
  const [unit, setUnit] = useState({ id: line.unitId ?? undefined, name: line.unitName ?? '' });
  const submit = () => {
    if (minutes === null) return;
    const { id, name } = unit;
    onTake({
      isLeftOut: false,
      ...(words === line.action.content ? {} : { content: words }),
      ...(minutes === line.action.offsetMinutes ? {} : { offsetMinutes: minutes }),
      ...(id === undefined || id === line.action.unitId ? {} : { unit: { id, name } }),
    });
  };
  return (
    <Form onSubmit={submit}>
      <TextAreaField
        label={content.label}
        name="content"
        value={words}
        onChange={setWords}
        maxLength={4000}
        rows={4}
        isRequired
      />
      <UnitField
        label={WORDS.unit}
        name="unitId"
        value={unit.id}
        onChange={(id, name = '') => setUnit({ id, name })}
        hint={WORDS.unitHint}
        isRequired
      />
      <NumberField
        label={offsetMinutes.label}
        name="offsetMinutes"
        value={minutes}
        onChange={setMinutes}
        max={525_600}
        unit={WORDS.minutes}
        hint={minutes === null ? undefined : minutesText(minutes)}
        isRequired
      />
      <FormActions submit={WORDS.take} onCancel={onCancel} />
    </Form>
  );
}
