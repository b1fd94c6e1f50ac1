import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Cell, cellText, type FieldType } from '../define.ts';

interface DurationOptions {
  label: Phrase;
  required?: boolean;
  /** In what people count it when they type: minutes unless told. */
  countedIn?: DurationUnit;
  /** Longest, in minutes; ten years unless told. */
  max?: number;
}

export type DurationUnit = 'minutes' | 'hours' | 'days';
export const MINUTES_OF: Readonly<Record<DurationUnit, number>> = { minutes: 1, hours: 60, days: 1440 };

/** A length of time in whole minutes: of a shift, a supply, a term. Shown as «3 天 4 小时». */
export function duration(options: DurationOptions & { required: true }): FieldType<number>;
export function duration(options: DurationOptions): FieldType<number | null>;
export function duration({
  label,
  required = false,
  countedIn = 'minutes',
  max = 5_256_000,
}: DurationOptions): FieldType<number | null> {
  const base = z.number().int().min(0).max(max);
  return {
    type: 'duration',
    label,
    required,
    column: 'integer',
    countedIn,
    isNumber: true,
    input: required ? base : base.nullish().transform((value) => value ?? null),
    filter: 'range',
    bound: z.number().int(),
    fromCell: (cell) => readDuration(cell, countedIn),
    show: (value, language) => (value === null ? '' : durationText(value, language)),
  };
}

const WORDS = {
  zh: { days: ' 天', hours: ' 小时', minutes: ' 分钟' },
  en: { days: ' d', hours: ' h', minutes: ' min' },
} as const;

/** `4560` → «3 天 4 小时». */
export function durationText(minutes: number, language: 'zh' | 'en'): string {
  const parts = [
    [Math.floor(minutes / 1440), WORDS[language].days],
    [Math.floor((minutes % 1440) / 60), WORDS[language].hours],
    [minutes % 60, WORDS[language].minutes],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count}${word}`);
  return said.join(' ') || `0${WORDS[language].minutes}`;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/([\d.]+)\s*(?:天|日|d(?:ays?)?)(?![a-z])/i, 1440],
  [/([\d.]+)\s*(?:个?小时|时|h(?:ours?|rs?)?)(?![a-z])/i, 60],
  [/([\d.]+)\s*(?:分钟?|min(?:utes?)?)(?![a-z])/i, 1],
];

/** «3天4小时», «76 h», or a bare number in the unit of the field. */
function readDuration(cell: Cell, countedIn: DurationUnit): unknown {
  const text = cellText(cell).normalize('NFKC').trim();
  if (text === '') return null;
  const bare = Number(text);
  if (Number.isFinite(bare)) return Math.round(bare * MINUTES_OF[countedIn]);
  let rest = text;
  let minutes = 0;
  for (const [pattern, factor] of UNITS) {
    const found = pattern.exec(rest);
    if (!found) continue;
    minutes += Number(found[1]) * factor;
    rest = rest.replace(found[0], '');
  }
  return rest.trim() === '' ? Math.round(minutes) : text;
}
