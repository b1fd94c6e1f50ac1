import { z } from 'zod';
import { showTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { FieldType } from '../define.ts';

interface InstantOptions {
  label: Phrase;
  required?: boolean;
}

/** Input of an instant: ISO 8601 with an offset; a reading without one is refused, because it names no instant. */
export const instantInput = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** A moment, stored as UTC and shown in Asia/Shanghai. */
export function instant(options: InstantOptions & { required: true }): FieldType<Date>;
export function instant(options: InstantOptions): FieldType<Date | null>;
export function instant({ label, required = false }: InstantOptions): FieldType<Date | null> {
  return {
    type: 'instant',
    label,
    required,
    column: 'timestamptz',
    input: required ? instantInput : instantInput.nullish().transform((value) => value ?? null),
    show: (value) => (value === null ? '' : showTime(value, new Date(0))),
  };
}
