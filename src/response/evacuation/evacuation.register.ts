import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { area } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 转移避险: people of an area are led out before or while something happens to them (应对法 第11条、第73条). */
export const evacuation = defineRegister('evacuation', {
  plural: 'evacuations',
  label: { zh: '转移避险', en: 'Evacuation' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    title: text({ label: { zh: '转移范围', en: 'Which area' }, required: true, max: 120 }),
    outline: area({ label: { zh: '范围', en: 'Outline' } }),
    /** Why the register of residents is opened; stays on the timeline (个保法 第51条). */
    purpose: text({ label: { zh: '调用人口信息的目的', en: 'Why residents are looked up' }, required: true, max: 300 }),
    shelterId: reference({ label: { zh: '安置场所', en: 'Shelter' }, to: 'shelter' }),
    instructions: text({ label: { zh: '转移要求', en: 'What to tell people' }, max: 1000 }),
    dueAt: instant({ label: { zh: '完成时限', en: 'To be finished by' } }),
    orderId: reference({ label: { zh: '指令', en: 'Order' }, to: 'order' }),
    startedAt: instant({ label: { zh: '开始时间', en: 'Started at' } }),
    endedAt: instant({ label: { zh: '结束时间', en: 'Ended at' } }),
    endReason: text({ label: { zh: '仍有人未转移的原因', en: 'Why it ends with people remaining' }, max: 500 }),
    homeFrom: instant({ label: { zh: '允许返家时间', en: 'May go home from' } }),
    returnedAt: instant({ label: { zh: '全部返家时间', en: 'All home at' } }),
  },
  title: 'title',
  list: ['title', 'shelterId', 'startedAt', 'endedAt', 'returnedAt'],
  numbered: { prefix: '转' },
  map: { place: 'outline' },
});
