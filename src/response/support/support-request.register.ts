import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';
import { EXPERT_FIELDS } from '../../preparedness/experts/expert.register.ts';
import { TEAM_SPECIALITIES } from '../../preparedness/teams/team.register.ts';
import { VEHICLE_KINDS } from '../../preparedness/vehicles/vehicle.register.ts';

/** What may be asked for; each comes from a register of its own, whose states and stock move with it. */
export const SUPPORT_KINDS = [
  { id: 'team', label: { zh: '队伍', en: 'Team' } },
  { id: 'vehicle', label: { zh: '车辆', en: 'Vehicle' } },
  { id: 'goods', label: { zh: '物资', en: 'Goods' } },
  { id: 'shelter', label: { zh: '避难场所', en: 'Shelter' } },
  { id: 'expert', label: { zh: '专家', en: 'Expert' } },
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number]['id'];

export const SUPPORT_PRIORITIES = [
  { id: 'extra_urgent', label: { zh: '特急', en: 'Extra urgent' } },
  { id: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { id: 'normal', label: { zh: '一般', en: 'Normal' } },
] as const;

/** 支援申请: what an incident needs, asked for by the room, a headquarters or a street (应对法 第76条). */
export const supportRequest = defineRegister('support_request', {
  plural: 'supportRequests',
  label: { zh: '支援申请', en: 'Support request' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    supportKind: choice({ label: { zh: '需要', en: 'Needed' }, options: SUPPORT_KINDS, required: true }),
    content: text({ label: { zh: '需要什么、做什么', en: 'What is needed, and for what' }, required: true, max: 500 }),
    speciality: choice({ label: { zh: '专长', en: 'Speciality' }, options: TEAM_SPECIALITIES }),
    vehicleKind: choice({ label: { zh: '车辆类型', en: 'Kind of vehicle' }, options: VEHICLE_KINDS }),
    expertField: choice({ label: { zh: '专业领域', en: 'Field' }, options: EXPERT_FIELDS }),
    supplyId: reference({ label: { zh: '品名', en: 'Item' }, to: 'supply' }),
    quantity: quantity({ label: { zh: '数量（人数）', en: 'Quantity (people)' }, min: 0.001 }),
    priority: choice({ label: { zh: '紧急程度', en: 'Priority' }, options: SUPPORT_PRIORITIES, required: true }),
    place: place({ label: { zh: '到达位置', en: 'Where to' } }),
    placeText: text({ label: { zh: '到达地点', en: 'Place of arrival' }, required: true, max: 500 }),
    requestedAt: instant({ label: { zh: '申请时间', en: 'Requested at' }, required: true }),
    requestedById: reference({ label: { zh: '申请人', en: 'Requested by' }, to: 'person' }),
    /** From the event for the first support of an incident, from the request for what is asked later. */
    arriveFrom: instant({ label: { zh: '到达时限起算', en: 'Arrival counts from' }, required: true }),
    arriveDueAt: instant({ label: { zh: '到达时限', en: 'To arrive by' }, required: true }),
    arriveRule: ruleUse({ label: { zh: '到达时限规则', en: 'Rule of the arrival' } }),
    decidedAt: instant({ label: { zh: '审批时间', en: 'Decided at' } }),
    decidedById: reference({ label: { zh: '审批人', en: 'Decided by' }, to: 'person' }),
    decision: text({ label: { zh: '审批意见', en: 'Decision' }, max: 500 }),
    arrivedAt: instant({ label: { zh: '首批到达', en: 'First arrival' } }),
    closedAt: instant({ label: { zh: '结束时间', en: 'Ended at' } }),
  },
  title: 'content',
  list: ['supportKind', 'content', 'priority', 'placeText', 'requestedAt', 'arriveDueAt', 'arrivedAt'],
  numbered: { prefix: '援' },
  map: { place: 'place', shape: 'square', colourBy: 'supportKind' },
});
