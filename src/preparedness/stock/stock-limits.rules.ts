import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { DAYS, decimal, group, HOURS, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { localTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { isExpired } from './picking.rules.ts';

/** When goods are told to be used up, and how long the paper of an urgent transfer may take. */
export const STOCK_LIMITS = defineRuleSet('stock_limits', {
  label: { zh: '库存预警与调拨时限', en: 'Limits of stock and transfers' },
  about: {
    zh: '效期提醒提前天数、轮换比例、紧急调拨补办手续和首批物资到达时限',
    en: 'How long before expiry goods are told, when they are rotated, and the limits of transfers',
  },
  citation: '突发事件应对法 第45条、第46条；自然灾害救助条例 第10条',
  ownerRole: 'duty_leader',
  schema: group({
    expiringDays: whole({ label: { zh: '临期提醒', en: 'Expiring within' }, unit: DAYS, min: 1, max: 720 }),
    urgentDays: whole({ label: { zh: '紧急临期', en: 'Expiring soon within' }, unit: DAYS, min: 1, max: 360 }),
    rotationShare: decimal({
      label: { zh: '轮换点占保质期比例', en: 'Rotation due at this share of the shelf life' },
      min: 0.1,
      max: 1,
    }),
    paperHours: whole({
      label: { zh: '紧急调拨补办手续', en: 'Paper of an urgent transfer' },
      unit: HOURS,
      min: 1,
      max: 168,
    }),
    paperWarnHours: whole({
      label: { zh: '到期前提醒', en: 'Warning before it is due' },
      unit: HOURS,
      min: 0,
      max: 72,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '示例值，待区应急局会同储备主体确认',
    values: { expiringDays: 90, urgentDays: 30, rotationShare: 0.667, paperHours: 24, paperWarnHours: 4 },
  },
});

export type StockLimits = (typeof STOCK_LIMITS)['initial']['values'];

/** How a lot stands today. `rotate`: good, but due to be rotated. */
export const LOT_STANDINGS = {
  expired: { zh: '已过期', en: 'Expired' },
  locked: { zh: '锁定', en: 'Locked' },
  urgent: { zh: '紧急临期', en: 'Expires very soon' },
  expiring: { zh: '临期', en: 'Expires soon' },
  rotate: { zh: '应轮换', en: 'Rotation due' },
  good: { zh: '正常', en: 'Good' },
} as const satisfies Record<string, Phrase>;
export type LotStanding = keyof typeof LOT_STANDINGS;

interface Dated {
  readonly state: string;
  readonly producedOn: string | null;
  readonly expiresOn: string | null;
  readonly inboundAt: Date;
}

/** The worst that is true of a lot on a day. */
export function standingOf(
  lot: Dated,
  item: { readonly shelfLifeMonths: number | null; readonly rotationMonths: number | null },
  today: string,
  limits: StockLimits,
): LotStanding {
  if (isExpired(lot, today)) return 'expired';
  if (lot.state === 'locked') return 'locked';
  if (lot.expiresOn && lot.expiresOn <= addDays(today, limits.urgentDays)) return 'urgent';
  if (lot.expiresOn && lot.expiresOn <= addDays(today, limits.expiringDays)) return 'expiring';
  const due = rotationDueOn(lot, item, limits);
  return due !== null && due <= today ? 'rotate' : 'good';
}

/**
 * 轮换日: the item's own period from the day it came in, or the rule's share of its shelf life; null where neither is known.
 * Produced 2026-01-01, good until 2027-01-01: 365 days, two thirds are 243, due on 2026-09-01.
 */
export function rotationDueOn(
  lot: Omit<Dated, 'state'>,
  {
    shelfLifeMonths,
    rotationMonths,
  }: { readonly shelfLifeMonths: number | null; readonly rotationMonths: number | null },
  { rotationShare }: Pick<StockLimits, 'rotationShare'>,
): string | null {
  if (rotationMonths !== null) return addMonths(dayOf(lot.inboundAt), rotationMonths);
  const expiresOn = lot.expiresOn;
  if (expiresOn === null) return null;
  const producedOn = lot.producedOn ?? (shelfLifeMonths === null ? null : addMonths(expiresOn, -shelfLifeMonths));
  if (producedOn === null) return null;
  return addDays(producedOn, Math.round(daysBetween(producedOn, expiresOn) * rotationShare));
}

export const STOCK_LEVELS = {
  critical: { zh: '低于安全库存', en: 'Below safety stock' },
  low: { zh: '低于下限', en: 'Below minimum' },
  over: { zh: '超过上限', en: 'Above maximum' },
  normal: { zh: '正常', en: 'Normal' },
} as const satisfies Record<string, Phrase>;
export type StockLevel = keyof typeof STOCK_LEVELS;

/** How much there is, judged by what may still be given out (not expired, not locked). */
export function levelOf(
  usable: number,
  item: { readonly safetyStock: number | null; readonly minStock: number | null; readonly maxStock: number | null },
): StockLevel {
  if (item.safetyStock !== null && usable < item.safetyStock) return 'critical';
  if (item.minStock !== null && usable < item.minStock) return 'low';
  return item.maxStock !== null && usable > item.maxStock ? 'over' : 'normal';
}

const DAY = 86_400_000;
const two = (part: number) => String(part).padStart(2, '0');
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const text = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** The day it is in Beijing. */
export function dayOf(instant: Date): string {
  const { year, month, day } = localTime(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

export const addDays = (day: string, days: number): string => text(utc(day) + days * DAY);
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);

/** Months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
