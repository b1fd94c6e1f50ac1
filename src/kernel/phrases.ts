/** A text of the interface in both languages. Chinese is the first language of every screen and paper. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh' | 'en';

/** Fills `{name}` placeholders; an unknown placeholder stays visible, so that a mistake is seen instead of hidden. */
export function fill(phrase: Phrase, params: Readonly<Record<string, unknown>> = {}): Phrase {
  const put = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
  return { zh: put(phrase.zh), en: put(phrase.en) };
}
