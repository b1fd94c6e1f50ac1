import type { Phrase } from '../../kernel/phrases.ts';
import type { Choice } from '../registers/define.ts';

/**
 * Kinds of incidents under our own stable ids. The official codes of GB/T 35561-2017 are a separate, nullable column:
 * its table was not available in print, and a guessed code must not get onto a paper.
 */
export const INCIDENT_CLASSES = {
  natural_disaster: { zh: '自然灾害', en: 'Natural disaster' },
  accident_disaster: { zh: '事故灾难', en: 'Accident disaster' },
  public_health_event: { zh: '公共卫生事件', en: 'Public health event' },
  social_security_event: { zh: '社会安全事件', en: 'Social security event' },
} as const satisfies Record<string, Phrase>;

export type IncidentClass = keyof typeof INCIDENT_CLASSES;

interface IncidentKind extends Choice {
  readonly class: IncidentClass;
}

const kind = <const Id extends string>(id: Id, incidentClass: IncidentClass, zh: string, en: string) => ({
  id,
  class: incidentClass,
  label: { zh, en },
});

export const INCIDENT_KINDS = [
  kind('flood', 'natural_disaster', '洪水', 'Flood'),
  kind('waterlogging', 'natural_disaster', '内涝', 'Waterlogging'),
  kind('reservoir_danger', 'natural_disaster', '水库险情', 'Reservoir in danger'),
  kind('dike_danger', 'natural_disaster', '堤防险情', 'Dike in danger'),
  kind('flash_flood', 'natural_disaster', '山洪', 'Flash flood'),
  kind('rainstorm', 'natural_disaster', '暴雨', 'Rainstorm'),
  kind('snowstorm', 'natural_disaster', '暴雪', 'Snowstorm'),
  kind('cold_wave', 'natural_disaster', '寒潮', 'Cold wave'),
  kind('gale', 'natural_disaster', '大风', 'Gale'),
  kind('sandstorm', 'natural_disaster', '沙尘暴', 'Sandstorm'),
  kind('heat', 'natural_disaster', '高温', 'Heat'),
  kind('lightning', 'natural_disaster', '雷电', 'Lightning'),
  kind('hail', 'natural_disaster', '冰雹', 'Hail'),
  kind('road_icing', 'natural_disaster', '道路结冰', 'Road icing'),
  kind('earthquake', 'natural_disaster', '地震', 'Earthquake'),
  kind('landslide', 'natural_disaster', '滑坡', 'Landslide'),
  kind('debris_flow', 'natural_disaster', '泥石流', 'Debris flow'),
  kind('collapse', 'natural_disaster', '崩塌', 'Rock fall'),
  kind('ground_subsidence', 'natural_disaster', '地面塌陷', 'Ground subsidence'),
  kind('forest_fire', 'natural_disaster', '森林火灾', 'Forest fire'),
  kind('fire', 'accident_disaster', '火灾', 'Fire'),
  kind('road_traffic', 'accident_disaster', '道路交通事故', 'Road traffic accident'),
  kind('metro', 'accident_disaster', '城市轨道交通事故', 'Metro accident'),
  kind('railway', 'accident_disaster', '铁路事故', 'Railway accident'),
  kind('construction', 'accident_disaster', '建筑施工事故', 'Construction accident'),
  kind('hazchem', 'accident_disaster', '危险化学品事故', 'Hazardous chemicals accident'),
  kind('mine', 'accident_disaster', '矿山事故', 'Mine accident'),
  kind('industry_other', 'accident_disaster', '工矿商贸事故', 'Industrial accident'),
  kind('special_equipment', 'accident_disaster', '特种设备（电梯等）事故', 'Special equipment (lifts …)'),
  kind('confined_space', 'accident_disaster', '有限空间事故', 'Confined space accident'),
  kind('falling_object', 'accident_disaster', '玻璃幕墙、高空坠物', 'Façade or falling object'),
  kind('utility.water', 'accident_disaster', '供水管线事故', 'Water supply failure'),
  kind('utility.drainage', 'accident_disaster', '排水管线事故', 'Drainage failure'),
  kind('utility.power', 'accident_disaster', '供电事故', 'Power failure'),
  kind('utility.gas', 'accident_disaster', '燃气管线事故', 'Gas pipe accident'),
  kind('utility.heat', 'accident_disaster', '供热管线事故', 'Heating failure'),
  kind('utility.telecom', 'accident_disaster', '通信中断', 'Telecom failure'),
  kind('utility.pipeline', 'accident_disaster', '地下管线事故', 'Underground pipe accident'),
  kind('utility.road_bridge', 'accident_disaster', '道路桥梁突发事件', 'Road or bridge failure'),
  kind('environment', 'accident_disaster', '环境污染和生态破坏', 'Environmental pollution'),
  kind('drowning', 'accident_disaster', '溺水', 'Drowning'),
  kind('stampede', 'accident_disaster', '拥挤踩踏', 'Crowd crush'),
  kind('radiation', 'accident_disaster', '核与辐射事件', 'Radiation'),
  kind('energy_outage', 'accident_disaster', '能源供应中断（大面积停电）', 'Energy outage'),
  kind('health.infectious', 'public_health_event', '传染病疫情', 'Infectious disease'),
  kind('health.food_drug', 'public_health_event', '食品药品安全事件', 'Food or drug safety'),
  kind('health.poisoning', 'public_health_event', '群体性中毒', 'Mass poisoning'),
  kind('health.animal', 'public_health_event', '动物疫情', 'Animal disease'),
  kind('health.unknown', 'public_health_event', '群体性不明原因疾病', 'Mass illness of unknown cause'),
  kind('security.gathering', 'social_security_event', '群体性事件', 'Mass gathering'),
  kind('security.crime', 'social_security_event', '刑事案件', 'Crime'),
  kind('security.market', 'social_security_event', '生活必需品市场波动', 'Market of necessities'),
  kind('security.foreign', 'social_security_event', '涉外突发事件', 'Foreign-related incident'),
  kind('security.terrorism', 'social_security_event', '恐怖袭击事件', 'Terrorist attack'),
  kind('security.network', 'social_security_event', '网络与信息安全事件', 'Network security'),
] as const satisfies readonly IncidentKind[];

export type IncidentKindId = (typeof INCIDENT_KINDS)[number]['id'];

export { INCIDENT_KIND_WORDS } from './incident-kind-words.rules.ts';

/** 事件等级 (应对法 第3条): never to be confused with warning colour, response level or risk grade. */
export const INCIDENT_GRADES = [
  { id: 'extraordinary', label: { zh: '特别重大', en: 'Extraordinary' } },
  { id: 'major', label: { zh: '重大', en: 'Major' } },
  { id: 'large', label: { zh: '较大', en: 'Large' } },
  { id: 'general', label: { zh: '一般', en: 'General' } },
] as const;

export type IncidentGrade = (typeof INCIDENT_GRADES)[number]['id'];

/** 响应级别 (应对法 第71条), Ⅰ highest. */
export const RESPONSE_LEVELS = [
  { id: 'I', label: { zh: '一级响应', en: 'Level I' } },
  { id: 'II', label: { zh: '二级响应', en: 'Level II' } },
  { id: 'III', label: { zh: '三级响应', en: 'Level III' } },
  { id: 'IV', label: { zh: '四级响应', en: 'Level IV' } },
] as const;

export type ResponseLevel = (typeof RESPONSE_LEVELS)[number]['id'];
