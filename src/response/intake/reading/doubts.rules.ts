import { liesAfter } from '../../../kernel/clock.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { CASUALTY_LABELS_OF, type Figure } from './casualties.rules.ts';
import type { Proposal } from './read-text.rules.ts';

export interface Doubt {
  readonly field: Proposal['field'];
  readonly message: Phrase;
}

/** From so many on a count is likelier a slip than a casualty figure of a district. */
const UNLIKELY = 10_000;

/** What in a text cannot be or contradicts itself, in words: a person looks at it before it is filed. */
export function doubtsOf(proposals: readonly Proposal[], at: Date): Doubt[] {
  const doubts: Doubt[] = [];
  const [time] = proposals.filter((one) => one.field === 'occurredAt');
  if (time && liesAfter(new Date(time.value), at)) {
    doubts.push({
      field: 'occurredAt',
      message: { zh: `「${time.text}」晚于现在，请核对`, en: `“${time.text}” lies in the future; please check` },
    });
  }
  for (const field of Object.keys(CASUALTY_LABELS_OF) as Figure[]) doubts.push(...figureDoubts(field, proposals));
  return doubts;
}

function figureDoubts(field: Figure, proposals: readonly Proposal[]): Doubt[] {
  const own = proposals.filter((one): one is Extract<Proposal, { field: Figure }> => one.field === field);
  const [first] = own;
  if (!first) return [];
  const label = CASUALTY_LABELS_OF[field];
  if (first.value > UNLIKELY) {
    const message = {
      zh: `${label.zh}「${first.text}」人数异常，请核对`,
      en: `${label.en}: “${first.text}” is unlikely; please check`,
    };
    return [{ field, message }];
  }
  // What the first was counted from is no contradiction.
  const others = own.filter((one) => one !== first && (one.start < first.start || one.end > first.end));
  const told = [...new Set([first, ...others].filter(({ text }) => !/其中/.test(text)).map(({ value }) => value))];
  if (told.length < 2) return [];
  const message = {
    zh: `文中${label.zh}人数说法不一：${told.join('、')}，请核对`,
    en: `${label.en}: the text says ${told.join(' and ')}; please check`,
  };
  return [{ field, message }];
}
