import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { json } from '../../foundation/registers/types/json.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** Why somebody is among those who are proposed. */
export const PARTY_SOURCES = [
  { id: 'responsible', label: { zh: '属地责任', en: 'Responsible here' } },
  { id: 'on_duty', label: { zh: '当班值守', en: 'On duty here' } },
  { id: 'team', label: { zh: '就近队伍', en: 'Team near' } },
  { id: 'department', label: { zh: '应报到部门', en: 'Department to call' } },
  { id: 'grid', label: { zh: '网格力量', en: 'Grid workers' } },
  { id: 'endpoint', label: { zh: '触达终端', en: 'Endpoints' } },
  { id: 'by_hand', label: { zh: '人工添加', en: 'By hand' } },
] as const;

/** 联动对象: one addressee of a linkage as it was when somebody pressed send; what became of it stands on the message. */
export const linkageParty = defineRegister('linkage_party', {
  plural: 'linkageParties',
  label: { zh: '联动对象', en: 'Addressee of a linkage' },
  purpose: { zh: '联动处置突发事件', en: 'To act together on an incident' },
  fields: {
    linkageId: reference({ label: { zh: '一键通', en: 'Linkage' }, to: 'linkage', required: true }),
    source: choice({ label: { zh: '来源', en: 'Source' }, options: PARTY_SOURCES, required: true }),
    label: text({ label: { zh: '对象', en: 'Addressee' }, required: true, max: 200 }),
    reason: text({ label: { zh: '依据', en: 'Why' }, max: 300 }),
    addresseeKind: text({ label: { zh: '对象种类', en: 'Kind of addressee' }, required: true, max: 60 }),
    addressee: json<Record<string, unknown>>({ label: { zh: '对象内容', en: 'Addressee' } }),
    people: whole({ label: { zh: '人数', en: 'People' }, required: true, min: 0 }),
  },
  title: 'label',
  list: ['linkageId', 'source', 'label', 'reason', 'people'],
});
