import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Cell, cellText, type FieldType } from '../define.ts';

interface DayOptions {
  label: Phrase;
  required?: boolean;
}

/** A day of the calendar without a time, as `2026-03-01`: expiry of a certificate, day of an appointment. */
export function day(options: DayOptions & { required: true }): FieldType<string>;
export function day(options: DayOptions): FieldType<string | null>;
export function day({ label, required = false }: DayOptions): FieldType<string | null> {
  const base = z.iso.date() as unknown as z.ZodType<string, unknown>;
  return {
    type: 'day',
    label,
    required,
    column: 'date',
    input: required ? base : base.nullish().transform((value) => value ?? null),
    filter: 'range',
    bound: z.iso.date(),
    fromCell: readDay,
    toCell: (value) => (value === null ? null : new Date(`${value}T00:00:00Z`)),
    show: (value) => value ?? '',
  };
}

const two = (part: string | undefined) => (part ?? '').padStart(2, '0');

/** `2026/3/1`, `2026.3.1`, `2026年3月1日`, `20260301`, or a date of the sheet itself. */
function readDay(cell: Cell): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = cellText(cell).normalize('NFKC');
  if (text === '') return null;
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year ? `${year}-${two(month)}-${two(date)}` : text;
}
