import { useSearch } from '../design-system/web.ts';
import type { PeriodKind } from './periods.rules.ts';
import { PERIODS } from './periods.rules.ts';

export const WORDS = {
  title: { zh: '指标', en: 'Indicators' },
  period: { zh: '统计期', en: 'Period' },
  value: { zh: '本期值', en: 'Value' },
  target: { zh: '目标', en: 'Target' },
  counts: { zh: '达到 / 应计', en: 'Reached / counted' },
  behind: { zh: '落后目标', en: 'Behind' },
  assumed: { zh: '假定', en: 'Assumed' },
  trend: { zh: '近 12 期', en: 'Last 12' },
  base: { zh: '基期', en: 'Base' },
} as const;

const KINDS = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季', en: 'Quarter' },
  year: { zh: '年', en: 'Year' },
} as const;

/** The kind of period stands in the address, so that a cut can be sent to somebody. */
export const PERIOD_FILTER = {
  key: 'by',
  label: WORDS.period,
  choices: PERIODS.map((kind) => ({ value: kind, label: KINDS[kind] })),
};

/** The cut in the address: kind of period, day, unit, area. */
export function useCut(): {
  readonly by: PeriodKind;
  readonly at?: string;
  readonly unitId?: string;
  readonly areaCode?: string;
} {
  const [{ by, at, unit, area }] = useSearch();
  const kind = PERIODS.find((one) => one === by) ?? 'month';
  return {
    by: kind,
    ...(at ? { at } : {}),
    ...(unit ? { unitId: unit } : {}),
    ...(area ? { areaCode: area } : {}),
  };
}
