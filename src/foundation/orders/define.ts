import { z } from 'zod';
import type { Counts } from '../registers/types/counts.type.ts';

/** What an order may ask for, and how an assignee shows that it was done. */
export const EVIDENCE = [
  { id: 'photo', label: { zh: '现场照片', en: 'Photos' } },
  { id: 'recording', label: { zh: '音视频', en: 'Recordings' } },
  { id: 'paper', label: { zh: '书面材料', en: 'Papers' } },
  { id: 'text', label: { zh: '文字说明', en: 'Words' } },
] as const;

/** 由此完成: what is done elsewhere in the house and fulfils an order by itself. */
export const FULFILMENTS = [
  { id: 'initial_report', label: { zh: '报出初报', en: 'Initial report sent' } },
  { id: 'followup_report', label: { zh: '报出续报', en: 'Follow-up report sent' } },
  { id: 'verified_report', label: { zh: '报出核报', en: 'Verified report sent' } },
  { id: 'final_report', label: { zh: '报出终报', en: 'Final report sent' } },
] as const;

export type Fulfilment = (typeof FULFILMENTS)[number]['id'];

export type EvidenceKind = (typeof EVIDENCE)[number]['id'];
export type Evidence = Counts<EvidenceKind>;
/** As views answer it. */
export const evidenceOutput = z.partialRecord(z.enum(EVIDENCE.map(({ id }) => id)), z.number());
