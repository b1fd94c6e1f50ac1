import { INCIDENT_GRADES, RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { FIGURES } from '../incidents/incident.register.ts';

export const REPORT_KINDS = [
  { id: 'initial_report', label: { zh: '初报', en: 'Initial report' } },
  { id: 'followup_report', label: { zh: '续报', en: 'Follow-up report' } },
  { id: 'verified_report', label: { zh: '核报', en: 'Verified report' } },
  { id: 'correction_report', label: { zh: '更正', en: 'Correction' } },
  { id: 'final_report', label: { zh: '终报', en: 'Final report' } },
] as const;

export const URGENCIES = [
  { id: '特急', label: { zh: '特急', en: 'Extra urgent' } },
  { id: '加急', label: { zh: '加急', en: 'Urgent' } },
  { id: '平急', label: { zh: '平急', en: 'Normal' } },
] as const;

const paragraph = (zh: string, en: string) => text({ label: { zh, en }, max: 8000 });

/** 突发事件信息专报. A draft is edited; what left the house is not: it gets a follow-up. */
export const situationReport = defineRegister('situation_report', {
  plural: 'situationReports',
  label: { zh: '突发事件信息专报', en: 'Situation report' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    kind: choice({ label: { zh: '报告类别', en: 'Kind' }, options: REPORT_KINDS, required: true }),
    sequence: whole({ label: { zh: '次序', en: 'Sequence' }, required: true, min: 0 }),
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    urgency: choice({ label: { zh: '紧急程度', en: 'Urgency' }, options: URGENCIES, required: true }),
    basicSituation: paragraph('基本情况', 'Basic situation'),
    casualtiesAndLosses: paragraph('人员伤亡及损失', 'Casualties and losses'),
    progress: paragraph('处置进展', 'Progress'),
    nextSteps: paragraph('下一步工作', 'Next steps'),
    coordinationNeeded: paragraph('需协调事项', 'Co-ordination needed'),
    // The figures it cites, as they were when it was drawn up.
    ...FIGURES,
    casualtiesVersion: whole({ label: { zh: '伤亡口径', en: 'Version of the casualty figures' } }),
    grade: choice({ label: { zh: '事件等级', en: 'Grade' }, options: INCIDENT_GRADES }),
    responseLevel: choice({ label: { zh: '响应级别', en: 'Response level' }, options: RESPONSE_LEVELS }),
    /** Of a verified report: why the figures are others. Of a correction: what was wrong. */
    reason: text({ label: { zh: '核实（更正）说明', en: 'What was verified or corrected' }, max: 500 }),
    correctsId: reference({ label: { zh: '更正的专报', en: 'Corrects' }, to: 'situation_report' }),
    /** 发文身份 it was issued under, and its name on that day; empty: the duty room's own. */
    letterheadId: reference({ label: { zh: '发文身份', en: 'Letterhead' }, to: 'letterhead' }),
    officialName: text({ label: { zh: '发文机关', en: 'Issued by' }, max: 100 }),
    issuerId: reference({ label: { zh: '签发人', en: 'Signed off by' }, to: 'person' }),
    /** Their name as it was on that day. */
    issuer: text({ label: { zh: '签发人', en: 'Signed off by' }, max: 60 }),
    handler: text({ label: { zh: '承办人', en: 'Handler' }, max: 60 }),
    sentTo: list({ label: { zh: '报送', en: 'Sent to' } }),
    copiedTo: list({ label: { zh: '抄送', en: 'Copied to' } }),
    asOf: instant({ label: { zh: '数据截至', en: 'As of' }, required: true }),
    issuedAt: instant({ label: { zh: '报送时间', en: 'Issued at' } }),
  },
  title: 'title',
  list: ['title', 'kind', 'issuedAt'],
});

/** What the paper says, in its order; each part's heading is its label. */
export const REPORT_PARTS = [
  'basicSituation',
  'casualtiesAndLosses',
  'progress',
  'nextSteps',
  'coordinationNeeded',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];
