import { useEffect, useState } from 'react';
import { useViewer } from '../../foundation/identity/web.ts';
import type { Report } from './PaperSheet.part.tsx';
import { beginEdit, isChanged, type PaperEdit, type PaperField, type PaperText, rebased } from './paper-edit.rules.ts';

/** The draft as the form holds it. */
const textOf = (report: Report): PaperText => ({
  title: report.title,
  urgency: report.urgency,
  sentTo: report.sentTo.join('、'),
  copiedTo: report.copiedTo.join('、'),
  basicSituation: report.basicSituation ?? '',
  casualtiesAndLosses: report.casualtiesAndLosses ?? '',
  progress: report.progress ?? '',
  nextSteps: report.nextSteps ?? '',
  coordinationNeeded: report.coordinationNeeded ?? '',
});

function keptEdit(key: string): PaperEdit | undefined {
  const kept = localStorage.getItem(key);
  if (!kept) return undefined;
  try {
    return JSON.parse(kept) as PaperEdit;
  } catch {
    // Cut off in the middle of writing: worth less than a page that opens.
    localStorage.removeItem(key);
    return undefined;
  }
}

/** Unsaved work on one draft, kept on this machine for its person until it is saved or given up. */
export function usePaperEdit(report: Report) {
  const key = `fengsui.reporting.edit.${useViewer().person.id}.${report.id}`;
  const [edit, setEdit] = useState<PaperEdit | undefined>(() => (report.state === 'draft' ? keptEdit(key) : undefined));
  useEffect(() => {
    if (edit && isChanged(edit)) localStorage.setItem(key, JSON.stringify(edit));
  }, [edit, key]);
  return {
    edit,
    latest: textOf(report),
    begin: () => setEdit(beginEdit(report.version, textOf(report))),
    set: (field: PaperField, value: string) =>
      setEdit((before) => before && { ...before, text: { ...before.text, [field]: value } }),
    /** Goes on with the same work on the newest draft. */
    rebase: () => setEdit((before) => before && rebased(before, report.version, textOf(report))),
    /** Saved or given up. */
    end: () => {
      localStorage.removeItem(key);
      setEdit(undefined);
    },
  };
}

export type PaperEditing = ReturnType<typeof usePaperEdit>;
