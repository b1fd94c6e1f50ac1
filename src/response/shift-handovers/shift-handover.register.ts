import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { json } from '../../foundation/registers/types/json.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import type { OpenMatters } from './open-matters.rules.ts';

const DEVICE_STATES = [
  { id: 'sound', label: { zh: '正常', en: 'Works' } },
  { id: 'faulty', label: { zh: '故障', en: 'Faulty' } },
  { id: 'none', label: { zh: '未配备', en: 'Not there' } },
] as const;

const device = (zh: string, en: string) => choice({ label: { zh, en }, options: DEVICE_STATES });

/** 交接班: what one shift leaves to the next. It holds only once the taker has signed it, too. */
export const shiftHandover = defineRegister('shift_handover', {
  plural: 'shiftHandovers',
  label: { zh: '交接班', en: 'Hand-over' },
  purpose: { zh: '值班交接', en: 'Hand-over of duty' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    giverId: person({ label: { zh: '交班人', en: 'Gives' }, required: true }),
    takerId: person({ label: { zh: '接班人', en: 'Takes' } }),
    /** What was open when it was handed, as the system knew it. */
    openMatters: json<OpenMatters>({ label: { zh: '待办事项', en: 'Open matters' } }),
    videoConference: device('视频会议', 'Video conference'),
    telephone: device('值班电话', 'Telephone'),
    fax: device('传真', 'Fax'),
    radio: device('800 兆电台', 'Trunked radio'),
    satellite: device('卫星电话', 'Satellite phone'),
    focus: text({ label: { zh: '重点关注', en: 'To watch' }, max: 1000 }),
    goods: text({ label: { zh: '交接物品', en: 'Things handed over' }, max: 500 }),
    abnormal: text({ label: { zh: '异常情况', en: 'Out of the ordinary' }, max: 1000 }),
    handedAt: instant({ label: { zh: '交班签名', en: 'Signed by who gives' } }),
    takenAt: instant({ label: { zh: '接班签名', en: 'Signed by who takes' } }),
    refusal: text({ label: { zh: '拒绝理由', en: 'Why it was refused' }, max: 500 }),
  },
  title: 'unitId',
  list: ['unitId', 'giverId', 'takerId', 'handedAt', 'takenAt'],
  numbered: { prefix: '交' },
  constraints: ['check (taker_id is null or taker_id <> giver_id)'],
});
