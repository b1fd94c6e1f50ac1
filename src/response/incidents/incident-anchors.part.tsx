import type { OutputOf } from '../../foundation/api/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { record } from './incidents.views.ts';

export type IncidentRecord = typeof record;

/** What `incident.head`, `incident.sections` and `incident.actions` give their parts: the incident as its page shows it. */
export interface IncidentPartProps {
  readonly incident: OutputOf<typeof record>;
}

/** Ground that is told apart on the incident's map: coordinates of a MultiPolygon, longitude first. */
export type IncidentGround = readonly (readonly (readonly (readonly number[])[])[])[];

/** What `incident.map` gives its parts: what is told stands on the map until the part tells otherwise. */
export interface IncidentMapProps extends IncidentPartProps {
  readonly tellGround: (part: string, ground: IncidentGround) => void;
}

/** The anchors of an incident's page, in this order; a part of `incident.sections` takes one by its name. */
export const INCIDENT_ANCHORS = {
  overview: { zh: '概况', en: 'Overview' },
  entries: { zh: '记录', en: 'Notes' },
  timeline: { zh: '时间线', en: 'Timeline' },
  map: { zh: '地图', en: 'Map' },
  surroundings: { zh: '周边', en: 'Surroundings' },
  before: { zh: '这里以前', en: 'Here before' },
  command: { zh: '指挥', en: 'Command' },
  casualties: { zh: '伤亡失联', en: 'Casualties by name' },
  linkages: { zh: '一键通', en: 'Linkages' },
  orders: { zh: '指令', en: 'Orders' },
  support: { zh: '力量物资', en: 'Support' },
  evacuation: { zh: '疏散转移', en: 'Evacuation' },
  people: { zh: '人员', en: 'People' },
  whistles: { zh: '吹哨报到', en: 'Street whistles' },
  experts: { zh: '专家', en: 'Experts' },
  instructions: { zh: '批示', en: 'Instructions' },
  recipients: { zh: '报送对象', en: 'Recipients' },
  reports: { zh: '报告', en: 'Reports' },
  files: { zh: '附件', en: 'Files' },
  review: { zh: '复盘', en: 'Review' },
} as const satisfies Record<string, Phrase>;
