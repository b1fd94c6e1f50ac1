import { NumberField, Section, TextAreaField, TextField } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { activation } from './activation.register.ts';
import type { Statement } from './activation-draft.part.tsx';

const WORDS = {
  title: { zh: '响应公告事项', en: 'What the activation states' },
  cites: {
    zh: '突发事件应对法第72条：事项、级别、预计期限、应急处置措施',
    en: 'Art. 72: matter, level, expected time, measures',
  },
  hours: { zh: '小时', en: 'hours' },
} as const satisfies Record<string, Phrase>;

const { matter, expectedHours, measures } = activation.fields;

export function ActivationStatement({
  statement,
  onChange,
  isMatterFixed = false,
}: {
  statement: Required<Statement>;
  onChange: (change: Statement) => void;
  /** A running response keeps its matter, whatever its level. */
  isMatterFixed?: boolean;
}) {
  return (
    <Section title={WORDS.title}>
      <div className="activation-statement">
        <TextField
          label={matter.label}
          name="matter"
          value={statement.matter}
          onChange={(text) => onChange({ matter: text })}
          maxLength={200}
          hint={WORDS.cites}
          isDisabled={isMatterFixed}
          isRequired
        />
        <NumberField
          label={expectedHours.label}
          name="expectedHours"
          value={statement.expectedHours}
          onChange={(hours) => onChange({ expectedHours: hours })}
          min={1}
          max={8760}
          unit={WORDS.hours}
          isRequired
        />
      </div>
      <TextAreaField
        label={measures.label}
        name="measures"
        value={statement.measures}
        onChange={(text) => onChange({ measures: text })}
        maxLength={4000}
        rows={2}
        isRequired
      />
    </Section>
  );
}
