import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean, decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { quantity } from '../../foundation/registers/types/quantity.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { SUPPORT_KINDS } from './support-request.register.ts';

const METRES = { zh: '米', en: 'm' };
const MINUTES = { zh: '分钟', en: 'min' };

/**
 * 支援力量: one team, vehicle, load of goods, shelter or expert that was sent for a request. Owned by the unit it belongs to,
 * so that its leader sees it on the phone; its own register moves with each step.
 */
export const supportDispatch = defineRegister('support_dispatch', {
  plural: 'supportDispatches',
  label: { zh: '支援力量', en: 'Support sent' },
  fields: {
    requestId: reference({ label: { zh: '支援申请', en: 'Request' }, to: 'support_request', required: true }),
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    supportKind: choice({ label: { zh: '类别', en: 'Kind' }, options: SUPPORT_KINDS, required: true }),
    title: text({ label: { zh: '力量', en: 'What was sent' }, required: true, max: 200 }),
    teamId: reference({ label: { zh: '队伍', en: 'Team' }, to: 'team' }),
    vehicleId: reference({ label: { zh: '车辆', en: 'Vehicle' }, to: 'vehicle' }),
    transferId: reference({ label: { zh: '调拨单', en: 'Transfer' }, to: 'transfer' }),
    warehouseId: reference({ label: { zh: '调出仓库', en: 'Warehouse' }, to: 'warehouse' }),
    supplyId: reference({ label: { zh: '品名', en: 'Item' }, to: 'supply' }),
    shelterId: reference({ label: { zh: '避难场所', en: 'Shelter' }, to: 'shelter' }),
    expertId: reference({ label: { zh: '专家', en: 'Expert' }, to: 'expert' }),
    expertCallId: reference({ label: { zh: '专家邀请', en: 'Expert call' }, to: 'expert_call' }),
    quantity: quantity({ label: { zh: '数量', en: 'Quantity' } }),
    returnedQuantity: quantity({ label: { zh: '带回数量', en: 'Brought back' } }),
    wayMetres: decimal({ label: { zh: '路程', en: 'Way' }, unit: METRES }),
    minutes: whole({ label: { zh: '预计路上', en: 'On the way' }, unit: MINUTES }),
    isByRoad: boolean({ label: { zh: '按道路计算', en: 'Along the roads' } }),
    expectedAt: instant({ label: { zh: '预计到达', en: 'Expected at' } }),
    arriveDueAt: instant({ label: { zh: '到达时限', en: 'To arrive by' }, required: true }),
    dispatchedAt: instant({ label: { zh: '派出时间', en: 'Sent at' }, required: true }),
    dispatchedById: reference({ label: { zh: '派出人', en: 'Sent by' }, to: 'person' }),
    departedAt: instant({ label: { zh: '出发时间', en: 'Set off at' } }),
    arrivedAt: instant({ label: { zh: '到达时间', en: 'Arrived at' } }),
    leftAt: instant({ label: { zh: '撤离时间', en: 'Left at' } }),
    returnedAt: instant({ label: { zh: '归队时间', en: 'Returned at' } }),
    reason: text({ label: { zh: '召回原因', en: 'Why recalled' }, max: 500 }),
  },
  title: 'title',
  list: ['title', 'supportKind', 'dispatchedAt', 'departedAt', 'arrivedAt', 'returnedAt'],
  constraints: ['check (num_nonnulls(team_id, vehicle_id, warehouse_id, shelter_id, expert_id) = 1)'],
});
