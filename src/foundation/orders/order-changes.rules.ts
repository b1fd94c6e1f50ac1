import type { Phrase } from '../../kernel/phrases.ts';
import type { RowOf } from '../registers/define.ts';
import { order } from './order.register.ts';

type Order = RowOf<typeof order>;

/** What a change of an order may touch; matter, plan and clause stay those of the first one. */
export const CHANGEABLE = [
  'title',
  'content',
  'priority',
  'placeText',
  'resources',
  'evidenceAsked',
  'startDueAt',
  'finishDueAt',
] as const;

export type Changeable = Pick<Order, (typeof CHANGEABLE)[number]>;

export interface Difference {
  readonly field: (typeof CHANGEABLE)[number];
  readonly label: Phrase;
  readonly before: Phrase;
  readonly after: Phrase;
}

/** What differs between an order and the one that takes its place, in words that its receivers read. */
export function differencesOf(before: Changeable, after: Changeable): Difference[] {
  return CHANGEABLE.flatMap((name) => {
    const field = order.fields[name];
    const show = (row: Changeable): Phrase => ({
      zh: field.show(row[name] as never, 'zh'),
      en: field.show(row[name] as never, 'en'),
    });
    const [was, is] = [show(before), show(after)];
    return was.zh === is.zh ? [] : [{ field: name, label: field.label, before: was, after: is }];
  });
}
