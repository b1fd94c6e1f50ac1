import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 值班日历订阅: an address that a calendar program asks again and again. Only the digest of its secret is kept. */
export const dutyFeed = defineRegister('duty_feed', {
  plural: 'dutyFeeds',
  label: { zh: '值班日历订阅', en: 'Calendar link of duty' },
  purpose: { zh: '在本人日历中查看班次', en: 'To see shifts in a calendar of one’s own' },
  fields: {
    ownerId: reference({ label: { zh: '本人', en: 'Owner' }, to: 'person', required: true }),
    /** Without it the owner's own shifts. */
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit' }),
    digest: text({ label: { zh: '摘要', en: 'Digest' }, required: true, max: 64 }),
    endedAt: instant({ label: { zh: '停用时间', en: 'Ended at' } }),
  },
  title: 'ownerId',
  list: ['ownerId', 'unitId', 'endedAt'],
  constraints: ['unique (digest)'],
});
