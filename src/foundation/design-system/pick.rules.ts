/** What an item is found by: what it is called, and other words for it. */
export interface Findable {
  readonly text: string;
  /** Everyday words. */
  readonly words?: readonly string[] | undefined;
  /** How its name and words are spelt: whole and by initials, in small letters. */
  readonly sounds?: readonly string[] | undefined;
}

const LETTERS = /^[a-z']+$/;

/**
 * The items that what was typed may mean, the best first and otherwise in their own order: by name; by a word for it, also
 * one that stands within what was typed («小区门口积水»); by sound, whole (`jishui`) or by initials (`js`).
 */
export function fittingItems<Item extends Findable>(items: readonly Item[], typed: string): Item[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...items];
  const ranked = items.map((item) => ({ item, rank: rankOf(item, wanted) })).filter(({ rank }) => rank < MISSED);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}

const MISSED = 9;

function rankOf({ text, words = [], sounds = [] }: Findable, wanted: string): number {
  const name = text.toLowerCase();
  if (name.startsWith(wanted)) return 0;
  if (words.includes(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  if (words.some((word) => word.startsWith(wanted))) return 3;
  if (words.some((word) => word.includes(wanted))) return 4;
  if (words.some((word) => word.length > 1 && wanted.includes(word))) return 5;
  if (!LETTERS.test(wanted)) return MISSED;
  const letters = wanted.replaceAll("'", '');
  if (sounds.includes(letters)) return 6;
  if (sounds.some((sound) => sound.startsWith(letters))) return 7;
  return letters.length > 1 && sounds.some((sound) => sound.includes(letters)) ? 8 : MISSED;
}
