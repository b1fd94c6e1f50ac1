/** A short message holds 140 bytes: 70 characters of UCS-2, 67 where a head of 6 bytes says which part it is (3GPP TS 23.040 §9.2.3.24.1). */
const WHOLE = 70;
const PART = 67;
/** A part's number is one byte. */
const MOST_PARTS = 255;

/** A text in the parts that carry it, none longer than a short message holds; no character is cut in two. */
export function partsOf(text: string): string[] {
  if (text.length <= WHOLE) return [text];
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (part.length + character.length > PART) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  parts.push(part);
  return parts.slice(0, MOST_PARTS);
}

/** The head of a part: concatenated message, 8-bit reference, how many, which one (from 1). */
export const partHead = (reference: number, count: number, place: number): number[] => [
  0x05,
  0x00,
  0x03,
  reference & 0xff,
  count,
  place,
];

export interface Receipt {
  readonly reference: string;
  /** Undefined while it is on its way. */
  readonly isDelivered: boolean | undefined;
  readonly reason: string;
}

/** States of SMPP 3.4 §5.2.28 that end a short message. */
const STATES: Record<number, string> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  7: 'UNKNOWN',
  8: 'REJECTD',
};
const ENDED = new Set(['EXPIRED', 'DELETED', 'UNDELIV', 'UNKNOWN', 'REJECTD']);

/**
 * A delivery receipt: by its own fields where the centre sends them, else by the text that SMPP 3.4 appendix B gives
 * (`id:… stat:DELIVRD err:000`). Undefined when it names no message.
 */
export function receiptOf(
  text: string,
  fields: { reference?: string | undefined; state?: number | undefined },
): Receipt | undefined {
  const reference = fields.reference ?? /\bid:(\S+)/i.exec(text)?.[1];
  if (!reference) return undefined;
  const stat =
    (fields.state === undefined ? undefined : STATES[fields.state]) ??
    /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase() ??
    '';
  const isDelivered = stat === 'DELIVRD' ? true : ENDED.has(stat) ? false : undefined;
  const error = /\berr:(\w+)/i.exec(text)?.[1];
  return { reference, isDelivered, reason: [stat, error && error !== '000' ? error : ''].filter(Boolean).join(' ') };
}
