import { defineRegister } from '../../foundation/registers/define.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';

/** 每日要情: one day of the district, told at the next morning's hour. Its paper is a 公文 of the kind `daily_brief`. */
export const dailyBrief = defineRegister('daily_brief', {
  plural: 'dailyBriefs',
  label: { zh: '每日要情', en: 'Daily brief' },
  fields: {
    day: day({ label: { zh: '日期', en: 'Day' }, required: true }),
    dueAt: instant({ label: { zh: '报送时限', en: 'Due' }, required: true }),
    signedAt: instant({ label: { zh: '签发时间', en: 'Signed at' } }),
  },
  title: 'day',
  list: ['day', 'dueAt', 'signedAt'],
  constraints: ['unique (day)'],
});
