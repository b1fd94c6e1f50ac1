import type { Keeping } from '../personal-data/define.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { DAYS, group, whole } from '../rule-sets/leaf.type.ts';

const days = (zh: string, en: string, max = 3650) => whole({ label: { zh, en }, unit: DAYS, min: 1, max });

/** How long data of persons are kept after their purpose is fulfilled; the law says «destroy» and leaves the days open. */
export const PERSONAL_DATA_RETENTION = defineRuleSet('personal_data_retention', {
  label: { zh: '个人信息保存期限', en: 'Retention of personal data' },
  about: {
    zh: '目的实现后个人信息再保存多少天即列入销毁清单；答复个人请求的期限',
    en: 'How many days personal data stay after their purpose is fulfilled, and the days to answer a request',
  },
  citation: '突发事件应对法 第85条；个人信息保护法 第19条、第47条、第50条',
  ownerRole: 'duty_leader',
  schema: group({
    incidentDays: days('突发事件办结后', 'After an incident was closed'),
    workDays: days('工作办结后', 'After work was finished'),
    serviceDays: days('离任或注销后', 'After leaving a post or register'),
    messageDays: days('消息发送后', 'After a message was sent'),
    answerDays: days('答复个人请求', 'To answer a request', 90),
    reportHours: whole({
      label: { zh: '泄露后报告主管部门', en: 'To report a leak' },
      unit: { zh: '小时', en: 'h' },
      min: 1,
      max: 72,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '法规未规定天数；事件办结后留足总结评估时间，待区应急局确认',
    values: {
      incidentDays: 90,
      workDays: 365,
      serviceDays: 365,
      messageDays: 365,
      answerDays: 15,
      reportHours: 24,
    },
  },
});

type Days = Readonly<Record<`${Exclude<Keeping, 'evidence'>}Days`, number>>;

/** Days of keeping; undefined where another rule decides. */
export const daysOf = (values: Days, keeping: Keeping): number | undefined =>
  keeping === 'evidence' ? undefined : values[`${keeping}Days`];
