import { defineTemplate, LADDERS, rung } from '../../foundation/messaging/define.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, SECONDS, TIMES, whole } from '../../foundation/rule-sets/leaf.type.ts';

const seconds = (zh: string, en: string) => whole({ label: { zh, en }, unit: SECONDS, min: 10, max: 3600 });

export const ROLL_CALL_RULES = defineRuleSet('roll_call_rules', {
  label: { zh: '点名规则', en: 'Rules of roll calls' },
  about: {
    zh: '各种方式点名一次等多久、点几次；未应答的多久内须说明',
    en: 'How long a try waits by each way, how many tries there are, and until when the silent explain',
  },
  citation: '北京市实施突发事件应对法办法 第38条（值班制度）；区应急指挥中心点名要求',
  ownerRole: 'duty_leader',
  schema: group({
    appSeconds: seconds('应用点名每次等待', 'A try by app waits'),
    voiceSeconds: seconds('电话点名每次等待', 'A try by telephone waits'),
    radioSeconds: seconds('800 兆点名每次等待', 'A try by radio waits'),
    videoSeconds: seconds('视频点名每次等待', 'A try by video waits'),
    tries: whole({ label: { zh: '点名次数', en: 'Tries' }, unit: TIMES, min: 1, max: 10 }),
    explainMinutes: whole({
      label: { zh: '未应答说明时限', en: 'The silent explain within' },
      unit: MINUTES,
      min: 5,
      max: 1440,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '视频 3 分钟、电话 30 秒、3 次（暂定）；应用 60 秒、800 兆 30 秒、说明 60 分钟（暂定）',
    values: { appSeconds: 60, voiceSeconds: 30, radioSeconds: 30, videoSeconds: 180, tries: 3, explainMinutes: 60 },
  },
});

export type RollCallRules = (typeof ROLL_CALL_RULES)['initial']['values'];
export type RollCallMode = 'app' | 'voice' | 'radio' | 'video';

/** Milliseconds from the call in which an answer is in time. */
export function windowOf(mode: RollCallMode, rules: RollCallRules): number {
  const { appSeconds, voiceSeconds, radioSeconds, videoSeconds, tries } = rules;
  const each = { app: appSeconds, voice: voiceSeconds, radio: radioSeconds, video: videoSeconds }[mode];
  return each * tries * 1000;
}

/** Which times of a plan have come since the last look, as `2026-06-11 09:00`; times and looks in Beijing. */
export function timesDue(times: string, day: string, { since, now }: { since: string; now: string }): string[] {
  return times
    .split(',')
    .map((time) => `${day} ${time.trim()}`)
    .filter((at) => at > since && at <= now);
}

/** Asked every minute for three minutes, then the deputy, the room, in the end a named human. */
export const ROLL_CALL_LADDERS = defineRuleSet('roll_call_ladders', {
  label: { zh: '点名呼叫阶梯', en: 'Ladders of roll calls' },
  about: {
    zh: '点名未应答的先后经哪些渠道再找谁；应答即停',
    en: 'By which channels the silent of a roll call are asked again, and who after them; ends with the answer',
  },
  citation: '突发事件应对法 第61条',
  ownerRole: 'duty_leader',
  schema: LADDERS,
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '点名每分钟再呼一次、共 3 次，再找代理人和值班室（暂定）',
    values: {
      extra_urgent: [rung('addressee', 1, 2, 1), rung('deputy', 3), rung('duty_room', 3)],
      urgent: [rung('addressee', 1, 2, 1), rung('deputy', 3), rung('duty_room', 5)],
      normal: [rung('addressee', 1, 2, 1), rung('deputy', 5), rung('duty_room', 10)],
      notice: [rung('addressee', 240)],
    },
  },
});

export const ROLL_CALL = defineTemplate('roll_call.called', {
  label: { zh: '点名', en: 'Roll call' },
  asks: 'deed',
  priority: 'urgent',
  ladders: ROLL_CALL_LADDERS,
  heading: { zh: '点名 {number}：请 {unit} 立即应答', en: 'Roll call {number}: {unit}, answer at once' },
});
