import type { Phrase } from '../../../kernel/phrases.ts';
import { ChoiceField, TextField } from '../../design-system/web.ts';

const WORDS = {
  result: { zh: '结果', en: 'Result' },
  who: { zh: '接收人姓名', en: 'Name of whoever took it' },
  why: { zh: '未能通知的原因', en: 'Why it could not be told' },
  answer: { zh: '本人答复', en: 'Their answer' },
  no: { zh: '未答复', en: 'None' },
} as const satisfies Record<string, Phrase>;

const RESULTS = [
  { value: 'confirmed', label: { zh: '本人已确认', en: 'They confirmed' } },
  { value: 'delivered', label: { zh: '已送达', en: 'Told' } },
  { value: 'failed', label: { zh: '未能通知', en: 'Not told' } },
] as const;

/** What came of telling somebody by hand. */
export interface Told {
  readonly result: (typeof RESULTS)[number]['value'];
  readonly words: string;
  readonly choice: string;
}

export const NOTHING_TOLD: Told = { result: 'confirmed', words: '', choice: '' };

/** As the commands take it: an answer only with the addressee's own word. */
export const receiptOf = ({ result, words, choice }: Told) => ({
  result,
  words,
  ...(result === 'confirmed' && choice !== '' ? { choice } : {}),
});

export function ToldFields({
  told,
  onChange,
  choices,
}: {
  told: Told;
  onChange: (told: Told) => void;
  choices: readonly { readonly id: string; readonly label: Phrase }[];
}) {
  return (
    <>
      <ChoiceField
        label={WORDS.result}
        name="result"
        value={told.result}
        onChange={(result) => onChange({ ...told, result })}
        choices={[...RESULTS]}
        as="buttons"
      />
      <TextField
        label={told.result === 'failed' ? WORDS.why : WORDS.who}
        name="words"
        value={told.words}
        onChange={(words) => onChange({ ...told, words })}
        maxLength={200}
        isRequired
      />
      {told.result === 'confirmed' && choices.length > 0 && (
        <ChoiceField
          label={WORDS.answer}
          name="choice"
          value={told.choice}
          onChange={(choice) => onChange({ ...told, choice })}
          choices={[{ value: '', label: WORDS.no }, ...choices.map(({ id, label }) => ({ value: id, label }))]}
          as="buttons"
        />
      )}
    </>
  );
}
