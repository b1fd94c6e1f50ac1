import { kindOf } from '../files/define.ts';
import { EVIDENCE, type Evidence } from './define.ts';

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
