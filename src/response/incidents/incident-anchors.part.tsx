import type { OutputOf } from '../../foundation/api/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { record } from './incidents.views.ts';

export type IncidentRecord = typeof record;

/** What `incident.sections` and `incident.actions` give their parts: the incident as its page shows it. */
export interface IncidentPartProps {
  readonly incident: OutputOf<typeof record>;
}

/** The anchors of an incident's page, in this order; a part of `incident.sections` takes one by its name. */
export const INCIDENT_ANCHORS = {
  overview: { zh: '概况', en: 'Overview' },
  timeline: { zh: '时间线', en: 'Timeline' },
  map: { zh: '地图', en: 'Map' },
  surroundings: { zh: '周边', en: 'Surroundings' },
  casualties: { zh: '伤亡失联', en: 'Casualties by name' },
  orders: { zh: '指令', en: 'Orders' },
  support: { zh: '力量物资', en: 'Support' },
  evacuation: { zh: '疏散转移', en: 'Evacuation' },
  whistles: { zh: '吹哨报到', en: 'Street whistles' },
  experts: { zh: '专家', en: 'Experts' },
  instructions: { zh: '批示', en: 'Instructions' },
  recipients: { zh: '报送对象', en: 'Recipients' },
  reports: { zh: '报告', en: 'Reports' },
} as const satisfies Record<string, Phrase>;
