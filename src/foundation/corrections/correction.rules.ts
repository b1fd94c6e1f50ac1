import type { Phrase } from '../../kernel/phrases.ts';

/** The content of an order is not sealed: a number of the kind on identity cards (GB 11643) has no place in it. */
export const holdsIdentityNumber = (text: string): boolean =>
  /(?<!\d)\d{17}[\dXx](?!\d)/.test(text.replaceAll(/[\s-]/g, ''));

/** Title and content of the order: what is wrong, what it should be, how it is known. Of a personal field no value. */
export function orderOf({
  register,
  record,
  field,
  should,
  why,
}: {
  register: Phrase;
  /** How the record is called; undefined where its title is personal and it has no number. */
  record: string | undefined;
  field: Phrase | undefined;
  should: string | undefined;
  why: string;
}): { title: string; content: string } {
  const named = record ? `${register.zh}「${record}」` : register.zh;
  const what = field ? `的「${field.zh}」` : '';
  return {
    title: `请更正：${named}${what}`.slice(0, 200),
    content: [
      `${named}${what}有误，请核实后在台账中更正并办结本指令。`,
      ...(should ? [`应为：${should}`] : []),
      `依据：${why}`,
    ].join('\n'),
  };
}
