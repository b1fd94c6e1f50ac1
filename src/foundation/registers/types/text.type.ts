import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../define.ts';

interface TextOptions {
  label: Phrase;
  required?: boolean;
  /** Longest text in characters; 200 unless told. */
  max?: number;
}

// NFC, and no control characters but line breaks and tabs: they break papers and hide text from readers.
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the place where they are removed
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

/** Normalises what people and devices send: NFC, control and direction-override characters removed, trimmed. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replaceAll(CONTROL, '').trim();
}

/** Text without line limits; stored as written after normalisation. */
export function text(options: TextOptions & { required: true }): FieldType<string>;
export function text(options: TextOptions): FieldType<string | null>;
export function text({ label, required = false, max = 200 }: TextOptions): FieldType<string | null> {
  const base = z.string().max(max).transform(cleanText);
  const filled = base.refine((value) => value.length > 0, { params: { required: true } });
  return {
    type: 'text',
    label,
    required,
    column: 'text',
    input: required ? filled : base.nullish().transform((value) => value || null),
    fromCell: plainCell,
    show: (value) => value ?? '',
  };
}

/**
 * Text about people. Stored encrypted under a key of its own record; destroying the key destroys the text
 * (应对法 第85条), while the history keeps its digest.
 */
export function personalText(options: TextOptions & { class: 'contact' | 'narrative' }): FieldType<string | null> {
  return { ...text(options), type: 'personalText', column: 'bytea', personal: options.class };
}
