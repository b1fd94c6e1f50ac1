import { localTime } from '../../kernel/calendar.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { group, HOURS, oneOf, rows, whole } from '../rule-sets/leaf.type.ts';
import { CHANNEL_CHOICES } from './channels/names.rules.ts';

const LETTERS = { zh: '条', en: 'letters' };
const hour = (zh: string, en: string) => whole({ label: { zh, en }, unit: HOURS, min: 0, max: 23 });

/** 渠道限额: what a channel bears and costs. A company's own limits are its published ones; hours and prices are assumed. */
export const CHANNEL_LIMITS = defineRuleSet('channel_limits', {
  label: { zh: '消息渠道限额', en: 'Limits of channels' },
  about: {
    zh: '每个渠道每分钟、每天最多发多少条，何时静默，每条多少钱；静默和限额只约束一般消息，紧急和特急照发',
    en: 'How much a channel carries a minute and a day, when it is quiet, what a letter costs; quiet hours and quota hold back normal messages only',
  },
  citation: '渠道运营方公布的接口限频；突发事件应对法 第64条',
  ownerRole: 'duty_leader',
  schema: group({
    channels: rows({
      label: { zh: '渠道', en: 'Channels' },
      min: 0,
      max: 30,
      columns: {
        channel: oneOf({ label: { zh: '渠道', en: 'Channel' }, options: CHANNEL_CHOICES }),
        perMinute: whole({
          label: { zh: '每分钟（0 为不限）', en: 'A minute (0: any)' },
          unit: LETTERS,
          min: 0,
          max: 60_000,
        }),
        perDay: whole({
          label: { zh: '每天（0 为不限）', en: 'A day (0: any)' },
          unit: LETTERS,
          min: 0,
          max: 10_000_000,
        }),
        quietFrom: hour('静默起', 'Quiet from'),
        quietTo: hour('静默止（同起为不静默）', 'Quiet until (the same: never)'),
        costFen: whole({
          label: { zh: '每条费用', en: 'A letter costs' },
          unit: { zh: '分', en: 'fen' },
          min: 0,
          max: 10_000,
        }),
      },
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '企业微信、钉钉群机器人每分钟 20 条，飞书每分钟 100 条；短信每条 5 分、22 时至 7 时静默（暂定）',
    values: {
      channels: [
        { channel: 'sms', perMinute: 0, perDay: 0, quietFrom: 22, quietTo: 7, costFen: 5 },
        { channel: 'wecom', perMinute: 20, perDay: 0, quietFrom: 0, quietTo: 0, costFen: 0 },
        { channel: 'dingtalk', perMinute: 20, perDay: 0, quietFrom: 0, quietTo: 0, costFen: 0 },
        { channel: 'feishu', perMinute: 100, perDay: 0, quietFrom: 0, quietTo: 0, costFen: 0 },
      ],
    },
  },
});

export type ChannelLimit = (typeof CHANNEL_LIMITS)['initial']['values']['channels'][number];

/** A channel that no rule names is unlimited, never quiet and free. */
export const UNLIMITED = { perMinute: 0, perDay: 0, quietFrom: 0, quietTo: 0, costFen: 0 } as const;

export const limitOf = (channels: readonly ChannelLimit[], channel: string): Omit<ChannelLimit, 'channel'> =>
  channels.find((one) => one.channel === channel) ?? UNLIMITED;

/** Is this moment within the quiet hours? They may pass midnight. */
export function isQuiet({ quietFrom, quietTo }: Pick<ChannelLimit, 'quietFrom' | 'quietTo'>, now: Date): boolean {
  const at = localTime(now).hour;
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? at >= quietFrom && at < quietTo : at >= quietFrom || at < quietTo;
}

/**
 * How many letters may leave now, and whether normal ones are among them. Urgent ones are held back by the company's own limit a
 * minute alone: whoever must be woken is.
 */
export function allowance(
  limit: Omit<ChannelLimit, 'channel'>,
  { now, lastMinute, today }: { now: Date; lastMinute: number; today: number },
): { most: number; hasNormal: boolean } {
  return {
    most: limit.perMinute === 0 ? Number.POSITIVE_INFINITY : Math.max(0, limit.perMinute - lastMinute),
    hasNormal: !isQuiet(limit, now) && (limit.perDay === 0 || today < limit.perDay),
  };
}
