import { soundTokens } from './sounds.rules.ts';
import { readingsOf } from './sounds.ts';
import { numberTokens, textTokens, tightText } from './tokens.rules.ts';

/** What a record says, in plain. */
export interface EntryTexts {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  /** The title first, then what else it is found by. */
  readonly texts: readonly string[];
  readonly line: string;
  /** Keyed digests of what is sealed. */
  readonly digests: readonly string[];
}

/** A longer text is found by its beginning; nobody looks for the last page of a plan by one word. */
const MOST_TEXT = 4000;
/** Texts up to this length are names: found by their sound and by a single character. */
const NAME_LENGTH = 40;

/** What the index holds of one record, beside the columns it takes over as they are. */
export function entryOf({ id, title, number, texts, line, digests }: EntryTexts) {
  const names = texts.filter((text) => text.length <= NAME_LENGTH);
  const readings = names.flatMap(readingsOf);
  const body = [number, ...texts].map(tightText).join('\n').slice(0, MOST_TEXT);
  const tokens = [
    ...textTokens(body),
    ...names.flatMap((name) => textTokens(tightText(name), true)),
    ...numberTokens(tightText(number)),
    ...readings.flatMap(soundTokens),
    ...digests.map((digest) => `*${digest}`),
  ];
  return {
    record_id: id,
    title,
    title_key: tightText(title),
    number_key: number === '' ? null : tightText(number),
    line,
    body,
    sounds: readings.map((one) => ` ${one.join(' ')} `).join('\n'),
    initials: readings.map((one) => one.map((syllable) => syllable.slice(0, 1)).join('')).join('\n'),
    tokens: [...new Set(tokens)].sort(),
  };
}

/** Many of them as the statement that writes them takes them. Also what the thread runs. */
export default function entriesJson(all: readonly EntryTexts[]): string {
  return JSON.stringify(all.map(entryOf));
}
