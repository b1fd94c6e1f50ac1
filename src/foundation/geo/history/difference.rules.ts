import type { Phrase } from '../../../kernel/phrases.ts';
import type { Fields } from '../../registers/define.ts';

/** A field that said one thing and then another, in words. */
export interface Difference {
  readonly label: Phrase;
  readonly from: Phrase;
  readonly to: Phrase;
}

const NOTHING: Phrase = { zh: '（空）', en: '(empty)' };
type Said = Readonly<Record<string, unknown>>;

/** Which plain fields differ between what a record said at two moments. */
export function differenceOf(fields: Fields, before: Said, after: Said): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const field = fields[name];
    const [from, to] = [before[name] ?? null, after[name] ?? null];
    if (!field || JSON.stringify(from) === JSON.stringify(to)) return [];
    const words = (value: unknown): Phrase => {
      if (value === null || value === '') return NOTHING;
      const [zh, en] = [field.show(value, 'zh'), field.show(value, 'en')];
      return field.unit ? { zh: `${zh} ${field.unit.zh}`, en: `${en} ${field.unit.en}` } : { zh, en };
    };
    return [{ label: field.label, from: words(from), to: words(to) }];
  });
}
