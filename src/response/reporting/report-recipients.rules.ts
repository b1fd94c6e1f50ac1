import { INCIDENT_GRADES, INCIDENT_KINDS, type IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import {
  group,
  HOURS,
  MINUTES,
  oneOf,
  rows,
  someOf,
  whole,
  words,
  yesOrNo,
} from '../../foundation/rule-sets/leaf.type.ts';

/** How somebody outside is told. Everything but the telephone carries the paper itself. */
export const REPORT_CHANNELS = [
  { id: 'phone', label: { zh: '电话', en: 'Phone' } },
  { id: 'government_network', label: { zh: '政务网', en: 'Government network' } },
  { id: 'fax', label: { zh: '传真', en: 'Fax' } },
  { id: 'by_hand', label: { zh: '专人送达', en: 'By hand' } },
] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number]['id'];

const FROM_GRADES = [
  { id: 'any', label: { zh: '所有事件', en: 'Every incident' } },
  ...INCIDENT_GRADES.toReversed().map(({ id, label }) => ({
    id,
    label: { zh: `${label.zh}以上`, en: `${label.en} and above` },
  })),
] as const;

/** Whom the district tells, by grade and kind: 北京办法 第37条 names the chain, the minutes are in no text that could be read. */
export const REPORT_RECIPIENTS = defineRuleSet('report_recipients', {
  label: { zh: '报送对象', en: 'Recipients of reports' },
  about: {
    zh: '按事件等级和类别向谁报送、用什么方式、获悉后多少分钟内、是否要回执；按此顺序报送',
    en: 'Who is told by grade and kind, how, within how many minutes of knowing, and whether they confirm; in this order',
  },
  citation: '北京市实施《突发事件应对法》办法 第37条、第38条',
  ownerRole: 'duty_leader',
  schema: group({
    recipients: rows({
      label: { zh: '对象', en: 'Recipients' },
      min: 1,
      max: 40,
      columns: {
        recipient: words({ label: { zh: '对象', en: 'Recipient' }, max: 60 }),
        fromGrade: oneOf({ label: { zh: '等级', en: 'Grade' }, options: FROM_GRADES }),
        isCopy: yesOrNo({ label: { zh: '抄送', en: 'Copy' } }),
        channel: oneOf({ label: { zh: '方式', en: 'Channel' }, options: REPORT_CHANNELS }),
        minutes: whole({ label: { zh: '获悉后', en: 'Within' }, unit: MINUTES, min: 5, max: 1440 }),
        isAcknowledged: yesOrNo({ label: { zh: '要回执', en: 'Confirms' } }),
      },
    }),
    utilities: group(
      {
        kinds: someOf({ label: { zh: '类别', en: 'Kinds' }, options: INCIDENT_KINDS }),
        recipient: words({ label: { zh: '另报', en: 'Told as well' }, max: 60 }),
        minutes: whole({ label: { zh: '获悉后', en: 'Within' }, unit: MINUTES, min: 5, max: 1440 }),
      },
      { zh: '涉及水电气热、轨道', en: 'Utilities and rail' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '北京市实施《突发事件应对法》办法 第37条；时限为示例值，待区应急办确认',
    values: {
      recipients: [
        row('市应急指挥中心', 'any', { channel: 'phone', minutes: 15 }),
        row('市应急管理局', 'any', { minutes: 30 }),
        row('区委办公室', 'any', { minutes: 30 }),
        row('区政府办公室', 'any', { minutes: 30 }),
        row('市政府总值班室', 'large', { channel: 'phone', minutes: 15 }),
        row('区委书记', 'large', { channel: 'phone', minutes: 15 }),
        row('区长', 'large', { channel: 'phone', minutes: 15 }),
        row('分管副区长', 'large', { channel: 'phone', minutes: 15 }),
        row('市主管部门', 'any', { isCopy: true, minutes: 30 }),
        row('事发地街道办事处', 'any', { isCopy: true, minutes: 30, isAcknowledged: false }),
      ],
      utilities: {
        kinds: [
          'utility.water',
          'utility.drainage',
          'utility.power',
          'utility.gas',
          'utility.heat',
          'energy_outage',
          'metro',
        ],
        recipient: '相关运营企业',
        minutes: 30,
      },
    },
  },
});

export type RecipientRules = (typeof REPORT_RECIPIENTS)['initial']['values'];

function row(
  recipient: string,
  fromGrade: (typeof FROM_GRADES)[number]['id'],
  {
    isCopy = false,
    channel = 'government_network',
    minutes,
    isAcknowledged = true,
  }: { isCopy?: boolean; channel?: ReportChannel; minutes: number; isAcknowledged?: boolean },
) {
  return { recipient, fromGrade, isCopy, channel, minutes, isAcknowledged };
}

export interface Owed {
  readonly recipient: string;
  readonly isCopy: boolean;
  readonly channel: ReportChannel;
  readonly dueAt: Date;
  readonly isAcknowledged: boolean;
}

/** Whoever is to be rung up has not been told by a paper on its way: only a call, or somebody at the door, fulfils that. */
export const fulfils = (owed: ReportChannel | null, used: string): boolean =>
  owed !== 'phone' || used === 'phone' || used === 'by_hand';

const RANK: Readonly<Record<string, number>> = { any: 0, general: 1, large: 2, major: 3, extraordinary: 4 };

export interface ToReport {
  readonly kind: string;
  readonly grade: IncidentGrade | null;
  readonly knownAt: Date;
  /** 节假日、重要会议、重大活动: it was known in such a time. */
  readonly isSpecialPeriod?: boolean;
}

/** Whom to tell of an incident, the most urgent first; an ungraded one is told like every incident. */
export function recipientsOf(
  { kind, grade, knownAt, isSpecialPeriod = false }: ToReport,
  { recipients, utilities }: RecipientRules,
): Owed[] {
  // 北京办法 第38条: at a special time every incident is reported at once, as those of 较大 and above are.
  const rank = Math.max(RANK[grade ?? 'any'] ?? 0, isSpecialPeriod ? (RANK.large ?? 0) : 0);
  const due = (minutes: number) => new Date(knownAt.getTime() + minutes * 60_000);
  const owed = recipients
    .filter(({ fromGrade }) => (RANK[fromGrade] ?? 0) <= rank)
    .map(({ fromGrade: _, minutes, ...one }): Owed => ({ ...one, dueAt: due(minutes) }));
  if (utilities.kinds.some((one) => one === kind)) {
    const { recipient, minutes } = utilities;
    owed.push({ recipient, isCopy: true, channel: 'phone', dueAt: due(minutes), isAcknowledged: true });
  }
  return owed.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

/** When the next report is due. Assumed: no text that could be read gives the hours (domain facts §2.1). */
export const FOLLOW_UP_CLOCKS = defineRuleSet('follow_up_clocks', {
  label: { zh: '续报终报时限', en: 'Limits of follow-up and final reports' },
  about: {
    zh: '较大以上事件多少小时内续报，其他事件多少小时内续报，办结后多少小时内终报',
    en: 'Within how many hours a follow-up is due, for 较大 and above and for others, and the final report after closing',
  },
  citation: '突发事件应对法 第61条；北京市实施《突发事件应对法》办法 第38条（续报直至处置结束）',
  ownerRole: 'duty_leader',
  schema: group({
    largeHours: whole({ label: { zh: '较大以上续报', en: 'Follow-up, 较大 and above' }, unit: HOURS, min: 1, max: 72 }),
    otherHours: whole({ label: { zh: '其他续报', en: 'Follow-up, others' }, unit: HOURS, min: 1, max: 168 }),
    finalHours: whole({ label: { zh: '办结后终报', en: 'Final report after closing' }, unit: HOURS, min: 1, max: 240 }),
    warnMinutes: whole({
      label: { zh: '到期前提醒', en: 'Warning before it is due' },
      unit: MINUTES,
      min: 0,
      max: 240,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '续报、终报时限（示例值，待区应急办确认）；北京市实施《突发事件应对法》办法 第38条',
    values: { largeHours: 2, otherHours: 24, finalHours: 24, warnMinutes: 20 },
  },
});

export type FollowUpClocks = (typeof FOLLOW_UP_CLOCKS)['initial']['values'];

/** Hours to the next follow-up, by the grade of the moment. */
export const followUpHours = (grade: IncidentGrade | null, rules: FollowUpClocks): number =>
  (RANK[grade ?? 'any'] ?? 0) >= 2 ? rules.largeHours : rules.otherHours;
