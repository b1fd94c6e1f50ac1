import { INCIDENT_GRADES, INCIDENT_KINDS, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const COMMAND_AUTHORITIES = [
  { id: 'district_committee', label: { zh: '区应急委', en: 'District emergency committee' } },
  { id: 'city_headquarters', label: { zh: '市专项应急指挥部', en: 'City special headquarters' } },
  { id: 'city_committee', label: { zh: '市应急委', en: 'City emergency committee' } },
] as const;

/** Whether figures have been checked; a figure that is empty is 不详. */
export const CERTAINTIES = [
  { id: 'initial', label: { zh: '初步', en: 'Initial' } },
  { id: 'confirmed', label: { zh: '已核实', en: 'Confirmed' } },
] as const;

/** Some 570,000 live in the district; a figure beyond this is a slip of the finger. */
const MOST_PERSONS = 100_000;

/** Casualties and losses of one moment; an empty one is 不详. */
export const FIGURES = {
  deaths: whole({ label: { zh: '死亡', en: 'Dead' }, max: MOST_PERSONS }),
  missing: whole({ label: { zh: '失踪', en: 'Missing' }, max: MOST_PERSONS }),
  seriousInjuries: whole({ label: { zh: '重伤', en: 'Seriously injured' }, max: MOST_PERSONS }),
  minorInjuries: whole({ label: { zh: '轻伤', en: 'Slightly injured' }, max: MOST_PERSONS }),
  trapped: whole({ label: { zh: '被困', en: 'Trapped' }, max: MOST_PERSONS }),
  directLoss: decimal({
    label: { zh: '直接经济损失', en: 'Direct economic loss' },
    unit: { zh: '万元', en: '×10,000 CNY' },
    max: 1e9,
  }),
};

/** 突发事件. Grade, response level and who commands are three things and never one. */
export const incident = defineRegister('incident', {
  plural: 'incidents',
  label: { zh: '突发事件', en: 'Incident' },
  fields: {
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 120 }),
    kind: choice({ label: { zh: '类别', en: 'Kind' }, options: INCIDENT_KINDS, required: true }),
    gbt35561Code: text({ label: { zh: 'GB/T 35561 代码', en: 'GB/T 35561 code' }, max: 20 }),
    grade: choice({ label: { zh: '事件等级', en: 'Grade' }, options: INCIDENT_GRADES }),
    gradeReason: text({ label: { zh: '定级理由', en: 'Reason for the grade' }, max: 500 }),
    commandAuthority: choice({
      label: { zh: '指挥层级', en: 'Who commands' },
      options: COMMAND_AUTHORITIES,
      required: true,
    }),
    responseLevel: choice({ label: { zh: '响应级别', en: 'Response level' }, options: RESPONSE_LEVELS }),
    knownAt: instant({ label: { zh: '获悉时间', en: 'Time known' }, required: true }),
    occurredAt: instant({ label: { zh: '发生时间', en: 'Time of occurrence' } }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    placeText: text({ label: { zh: '地点', en: 'Place' }, required: true, max: 500 }),
    ...FIGURES,
    /** 损失情况 in words, from the reports; the sum of money is a figure of its own. */
    damage: text({ label: { zh: '损失情况', en: 'Damage' }, max: 1000 }),
    casualtiesVersion: whole({ label: { zh: '伤亡口径', en: 'Version of the casualty figures' } }),
    casualtiesAt: instant({ label: { zh: '口径时间', en: 'Figures of' } }),
    casualtiesSource: text({ label: { zh: '数据来源', en: 'Source of the figures' }, max: 200 }),
    casualtiesCertainty: choice({ label: { zh: '核实情况', en: 'Certainty' }, options: CERTAINTIES }),
    controlledAt: instant({ label: { zh: '控制时间', en: 'Controlled at' } }),
    closedAt: instant({ label: { zh: '办结时间', en: 'Closed at' } }),
    closingSummary: text({ label: { zh: '办结说明', en: 'Closing summary' }, max: 2000 }),
  },
  over: `select id, closed_at as ended_at from incident where state = 'closed' and closed_at is not null`,
  title: 'title',
  map: { isListedByGround: true },
  list: ['title', 'kind', 'grade', 'responseLevel', 'knownAt', 'placeText'],
  numbered: { prefix: '事' },
});
