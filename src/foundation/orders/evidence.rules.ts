import { z } from 'zod';
import { kindOf } from '../files/file.rules.ts';
import type { Counts } from '../registers/types/counts.type.ts';

/** What an order may ask for, and how an assignee shows that it was done. */
export const EVIDENCE = [
  { id: 'photo', label: { zh: '现场照片', en: 'Photos' } },
  { id: 'recording', label: { zh: '音视频', en: 'Recordings' } },
  { id: 'paper', label: { zh: '书面材料', en: 'Papers' } },
  { id: 'text', label: { zh: '文字说明', en: 'Words' } },
] as const;

export type EvidenceKind = (typeof EVIDENCE)[number]['id'];
export type Evidence = Counts<EvidenceKind>;
/** As views answer it. */
export const evidenceOutput = z.partialRecord(z.enum(EVIDENCE.map(({ id }) => id)), z.number());

/** What one report adds: its photos, and its other files by their content; a scanned paper is a paper. */
export function evidenceOf(report: {
  readonly text: string | undefined;
  readonly photos: number;
  /** Media types of the files that are no photos. */
  readonly files: readonly string[];
}): Evidence {
  const isRecording = (type: string) => ['video', 'audio'].includes(kindOf(type));
  const recordings = report.files.filter(isRecording).length;
  return {
    photo: report.photos,
    recording: recordings,
    paper: report.files.length - recordings,
    text: report.text ? 1 : 0,
  };
}

export function sumOf(...all: readonly Evidence[]): Evidence {
  return Object.fromEntries(EVIDENCE.map(({ id }) => [id, all.reduce((sum, one) => sum + (one[id] ?? 0), 0)]));
}

/** What is still to come before the order can be finished; empty when everything is there. */
export function missingEvidence(asked: Evidence, given: Evidence): Evidence {
  const missing = EVIDENCE.map(({ id }) => [id, Math.max(0, (asked[id] ?? 0) - (given[id] ?? 0))] as const);
  return Object.fromEntries(missing.filter(([, count]) => count > 0));
}
