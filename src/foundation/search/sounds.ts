import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/**
 * The readings of a text, each a syllable per Han character (other characters as they are, spaces left out). A name may
 * begin with a surname that reads otherwise than the word: 单 is Shan, 曾 Zeng, 尉迟 Yuchi; both readings count, because
 * nobody can know whether 单田芳 is a person or the file says so.
 */
export function readingsOf(text: string): string[][] {
  if (!HAN.test(text)) return [];
  const read = (surname: 'head' | 'off') =>
    pinyin(text, { toneType: 'none', type: 'array', v: true, surname }).map((one) =>
      one.toLowerCase().replaceAll('ü', 'v'),
    );
  const [asName, asWord] = [read('head'), read('off')];
  return asName.join(' ') === asWord.join(' ') ? [asWord] : [asName, asWord];
}
