import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { PHONE_INDEX } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { recordId } from '../../foundation/registers/types/record-id.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

export const SOURCE_CHANNELS = [
  { id: 'phone', label: { zh: '值班电话', en: 'Duty phone' } },
  { id: 'fax', label: { zh: '传真', en: 'Fax' } },
  { id: 'chat', label: { zh: '工作群', en: 'Working chat' } },
  { id: '110', label: { zh: '110 联动', en: '110 police' } },
  { id: '119', label: { zh: '119 联动', en: '119 fire' } },
  { id: '120', label: { zh: '120 联动', en: '120 ambulance' } },
  { id: '122', label: { zh: '122 联动', en: '122 traffic' } },
  { id: '12345', label: { zh: '12345 市民热线', en: '12345 hotline' } },
  { id: '12350', label: { zh: '12350 安全生产举报', en: '12350 work safety' } },
  { id: 'street', label: { zh: '街道', en: 'Street' } },
  { id: 'department', label: { zh: '部门', en: 'Department' } },
  { id: 'sensor', label: { zh: '感知报警', en: 'Sensor' } },
  { id: 'video', label: { zh: '视频', en: 'Video' } },
  { id: 'public_app', label: { zh: '随手拍', en: 'Public app' } },
  { id: 'opinion', label: { zh: '舆情', en: 'Public opinion' } },
  { id: 'superior', label: { zh: '上级交办', en: 'Superior' } },
  { id: 'neighbor', label: { zh: '邻区通报', en: 'Neighbouring district' } },
] as const;

/** Some 570,000 live in the district; a figure beyond this is a slip of the finger. */
const MOST_PERSONS = 100_000;

/** 信息接报: one call or message as it came. It ends accepted, false, duplicate or transferred. */
export const intake = defineRegister('intake', {
  plural: 'intake',
  label: { zh: '接报信息', en: 'Intake' },
  fields: {
    sourceChannel: choice({ label: { zh: '来源', en: 'Source' }, options: SOURCE_CHANNELS, required: true }),
    kind: choice({ label: { zh: '类别', en: 'Kind' }, options: INCIDENT_KINDS, required: true }),
    /** 获悉时间: when the centre learnt of it. Every clock runs from here, never from the time of typing. */
    knownAt: instant({ label: { zh: '获悉时间', en: 'Time known' }, required: true }),
    occurredAt: instant({ label: { zh: '发生时间', en: 'Time of occurrence' } }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    placeText: text({ label: { zh: '地点', en: 'Place' }, required: true, max: 500 }),
    text: personalText({ label: { zh: '接报内容', en: 'What was said' }, class: 'narrative', max: 8000 }),
    /** What stood there before the first correction: the words of the call as they were taken down. */
    firstText: personalText({ label: { zh: '最初记录', en: 'As first taken down' }, class: 'narrative', max: 8000 }),
    textDigest: text({ label: { zh: '内容摘要值', en: 'Digest of the text' }, required: true }),
    /** Counts: null is 不详, which is not the same as none. */
    deaths: whole({ label: { zh: '死亡', en: 'Dead' }, max: MOST_PERSONS }),
    missing: whole({ label: { zh: '失踪', en: 'Missing' }, max: MOST_PERSONS }),
    seriousInjuries: whole({ label: { zh: '重伤', en: 'Seriously injured' }, max: MOST_PERSONS }),
    minorInjuries: whole({ label: { zh: '轻伤', en: 'Slightly injured' }, max: MOST_PERSONS }),
    trapped: whole({ label: { zh: '被困', en: 'Trapped' }, max: MOST_PERSONS }),
    /** 损失情况 in words, as told: 直接经济损失, 过火面积, 房屋, 停电户数. */
    damage: text({ label: { zh: '损失情况', en: 'Damage' }, max: 1000 }),
    measuresTaken: text({ label: { zh: '已采取措施', en: 'Measures taken' }, max: 2000 }),
    callerName: personalText({ label: { zh: '报告人', en: 'Caller' }, class: 'contact', max: 60 }),
    /** As it was told or shown, whole or not: a call is never refused for its number. Who rang before is found by it. */
    callerPhone: {
      ...personalText({ label: { zh: '报告人电话', en: "Caller's phone" }, class: 'contact', max: 30 }),
      blind: PHONE_INDEX,
    },
    reportRule: ruleUse({ label: { zh: '报告时限规则', en: 'Rule of the report' } }),
    incidentId: recordId({ label: { zh: '事件', en: 'Incident' } }),
    /** 并入的接报: another report of the same matter that stands for both. */
    sameAsId: reference({ label: { zh: '并入的接报', en: 'Merged into' }, to: 'intake' }),
    /** 拆分自: the call that told of this matter beside another. */
    splitFromId: reference({ label: { zh: '拆分自', en: 'Split from' }, to: 'intake' }),
    transferredUnitId: reference({ label: { zh: '转办单位', en: 'Transferred to' }, to: 'unit' }),
    /** Of somebody who is no unit of the district: 邻区, 市级部门, 企业. */
    transferredTo: text({ label: { zh: '转办对象（区外）', en: 'Transferred to (outside)' }, max: 60 }),
    outcomeReason: text({ label: { zh: '处理说明', en: 'Reason' }, max: 500 }),
  },
  processing: {
    subjects: { zh: '报告人和报告中提到的人', en: 'Callers, and people they speak of' },
    purpose: { zh: '核实和处置突发事件、回访报告人', en: 'To verify and answer what was reported, and to call back' },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select id, 'incident' as cause_register, incident_id as cause_id from intake where incident_id is not null`,
    // What became no incident has fulfilled its purpose with that decision.
    ended: `select id, changed_at as ended_at from intake
      where incident_id is null and state in ('false_report', 'duplicate', 'transferred')`,
  },
  title: 'placeText',
  list: ['knownAt', 'sourceChannel', 'kind', 'placeText', 'deaths', 'minorInjuries'],
  numbered: { prefix: '接' },
  map: { shape: 'triangle', isListedByGround: true },
});
