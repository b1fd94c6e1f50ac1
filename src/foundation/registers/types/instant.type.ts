import { z } from 'zod';
import { instantOf, localTime, showTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';

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
    filter: 'range',
    bound: instantInput,
    fromCell: (cell) => readInstant(cell instanceof Date ? onPaper(cell) : cellText(cell)),
    toCell: (value) => value && sheetTime(value),
    // A browser holds the text of the answer, the server a Date.
    show: (value) => (value === null ? '' : showTime(new Date(value), new Date(0))),
  };
}

const WALL = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?(?:\D*(\d{1,2})[:时](\d{1,2})分?(?:[:](\d{1,2}))?)?\D*$/;

/** A wall-clock reading of a sheet is Beijing time; ISO text with an offset stays what it is. */
function readInstant(text: string): string | null {
  if (text === '') return null;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = (WALL.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return text;
  return instantOf(year, month, day, hour || 0, minute || 0, second || 0).toISOString();
}

/** Sheets know no zones: their reader gives a wall-clock reading as if it were UTC, and expects it so. */
const onPaper = (cell: Date) => cell.toISOString().slice(0, 19).replace('T', ' ');

function sheetTime(value: Date): Date {
  const { year, month, day, hour, minute, second } = localTime(value);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
