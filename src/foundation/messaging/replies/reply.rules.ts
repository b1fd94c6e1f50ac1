import type { Choice } from '../../registers/define.ts';
import type { Asks } from '../ladder/ladder.rules.ts';

/** How a reply is understood. Only the first two answer what was asked; all others go to a human. */
export const MEANINGS = [
  { id: 'confirmed', label: { zh: '已收到', en: 'Confirmed' } },
  { id: 'chosen', label: { zh: '已选择', en: 'Chosen' } },
  { id: 'declined', label: { zh: '不能执行', en: 'Declined' } },
  { id: 'wrong_person', label: { zh: '号码不是本人', en: 'Not the person' } },
  { id: 'unclear', label: { zh: '意思不明', en: 'Unclear' } },
  { id: 'stranger', label: { zh: '未被通知的人', en: 'Was not asked' } },
] as const satisfies readonly Choice[];

export type Meaning = (typeof MEANINGS)[number]['id'];

const NOT_ME = /打错|发错|找错|错号|不是(本人|我|他|她)|^我不是|不认识|你是谁/;
/** Before «yes»: «不能到岗» holds «到岗». */
const DECLINES = /拒绝|不能|无法|没法|不去|不到|去不了|来不了|到不了|不行|做不到|^不$|^否$/;
const CONFIRMS = /^(1|收到|已收到|已收|确认|知道了?|明白|好的?|是|ok|yes)+$/i;

/**
 * What a reply means to a message. Only what is beyond doubt counts as an answer: «1» or «收到» for a receipt; the number or
 * the very words of one choice for a question.
 * @param choices in the order in which they were offered
 */
export function meaningOf(
  words: string,
  {
    asks,
    choices,
  }: { asks: Asks; choices: readonly { readonly id: string; readonly label: { readonly zh: string } }[] },
): { meaning: Meaning; choice?: string } {
  const text = words.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '');
  if (NOT_ME.test(text)) return { meaning: 'wrong_person' };
  if (asks === 'answer') {
    const chosen = choices.filter(
      ({ label }, index) =>
        text === String(index + 1) || text === bare(label.zh) || text === `${index + 1}${bare(label.zh)}`,
    );
    if (chosen.length === 1 && chosen[0]) return { meaning: 'chosen', choice: chosen[0].id };
    return { meaning: DECLINES.test(text) ? 'declined' : 'unclear' };
  }
  if (DECLINES.test(text)) return { meaning: 'declined' };
  return { meaning: CONFIRMS.test(text) ? 'confirmed' : 'unclear' };
}

const bare = (label: string) => label.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '');
