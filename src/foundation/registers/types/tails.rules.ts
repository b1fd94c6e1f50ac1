/** How many places of the end of a number are told on the telephone: «尾号 7766», six where four are too common. */
const TAILS = [4, 5, 6] as const;

/** Words of a blind index for the ends of a sealed number. */
export const tailsOf = (whole: string): string[] =>
  TAILS.filter((length) => whole.length >= length).map((length) => `…${whole.slice(-length)}`);

/** The word for a tail that was typed; undefined where it has another length. */
export const tailAsked = (typed: string): string | undefined =>
  TAILS.some((length) => length === typed.length) ? `…${typed}` : undefined;
