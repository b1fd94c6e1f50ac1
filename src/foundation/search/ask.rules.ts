import { type SoundWay, soundWays } from './sounds.rules.ts';
import { normalText, numberToken, termTokens, tightText, wordsOf } from './tokens.rules.ts';

/** One word of what was typed, and every way in which it may be meant. */
export interface Term {
  readonly text: string;
  /** Tokens of the text itself; empty where it has none, such as a sign. */
  readonly words: readonly string[];
  readonly number: string | undefined;
  readonly sounds: readonly SoundWay[];
  /** Letters that may be initials. */
  readonly initials: string | undefined;
}

export interface Asked {
  /** The whole in normal form: what a number or title is compared with. */
  readonly text: string;
  readonly terms: readonly Term[];
  readonly point: { readonly lng: number; readonly lat: number } | undefined;
}

/** More words narrow nothing any further. */
const MOST_TERMS = 6;
export const MOST_LETTERS = 24;

export function readAsked(typed: string): Asked {
  const text = normalText(typed);
  const texts = [...new Set(text.split(' '))].slice(0, MOST_TERMS);
  return { text: tightText(text), terms: texts.map(termOf).filter(isTerm), point: pointOf(typed) };
}

/** The same, long Chinese terms cut into words: for a second try. Undefined when there is nothing to cut. */
export function loosened(asked: Asked): Asked | undefined {
  const texts = asked.terms.flatMap(({ text }) => ([...text].length > 3 ? wordsOf(text) : [text]));
  if (texts.length === asked.terms.length) return undefined;
  return {
    ...asked,
    terms: [...new Set(texts)]
      .slice(0, MOST_TERMS * 2)
      .map(termOf)
      .filter(isTerm),
  };
}

const isTerm = ({ words, number, sounds, initials }: Term) =>
  words.length > 0 || number !== undefined || sounds.length > 0 || initials !== undefined;

function termOf(text: string): Term {
  const letters = /^[a-z']{2,}$/.test(text) ? text.replaceAll("'", '').slice(0, MOST_LETTERS) : '';
  const isSound = letters.length >= 2;
  return {
    text,
    words: termTokens(text),
    number: numberToken(text),
    sounds: isSound ? soundWays(letters) : [],
    initials: isSound && letters.length <= 12 ? letters : undefined,
  };
}

/** «116.19,39.91», longitude first as everywhere in the house; the other way round as maps of telephones write it. */
function pointOf(typed: string): Asked['point'] {
  const found = /^\s*(\d{1,3}(?:\.\d+)?)\s*[,，;\s]\s*(\d{1,3}(?:\.\d+)?)\s*$/.exec(typed.normalize('NFKC'));
  if (!found) return undefined;
  const [one, other] = [Number(found[1]), Number(found[2])];
  if (!typed.includes('.')) return undefined;
  if (one > 90 && one <= 180 && other <= 90) return { lng: one, lat: other };
  return other > 90 && other <= 180 && one <= 90 ? { lng: other, lat: one } : undefined;
}
