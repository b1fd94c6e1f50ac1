import { REPORT_PARTS } from './situation-report.register.ts';

export const PAPER_FIELDS = ['title', 'urgency', ...REPORT_PARTS, 'sentTo', 'copiedTo'] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];
/** What a person edits of a draft, as text; lists of recipients are one line with 、 between them. */
export type PaperText = Readonly<Record<PaperField, string>>;

/** Somebody's unsaved work on a draft, and the draft it was begun on. */
export interface PaperEdit {
  /** The version that is edited: the server refuses to save when another has been saved meanwhile. */
  readonly version: number;
  readonly base: PaperText;
  readonly text: PaperText;
  /** Parts that somebody else changed as well. */
  readonly contested: readonly PaperField[];
}

export const beginEdit = (version: number, latest: PaperText): PaperEdit => ({
  version,
  base: latest,
  text: latest,
  contested: [],
});

/**
 * The same work on a newer draft: what this person has changed stays, everything else is the other's. Parts both have
 * changed are named, so that a person compares them: two people's sentences are never mixed by a machine.
 */
export function rebased(edit: PaperEdit, version: number, latest: PaperText): PaperEdit {
  const isMine = (field: PaperField) => edit.text[field] !== edit.base[field];
  const mine = PAPER_FIELDS.filter(isMine).map((field) => [field, edit.text[field]]);
  return {
    version,
    base: latest,
    text: { ...latest, ...Object.fromEntries(mine) },
    contested: PAPER_FIELDS.filter(
      (field) => isMine(field) && latest[field] !== edit.base[field] && latest[field] !== edit.text[field],
    ),
  };
}

export const isChanged = ({ text, base }: PaperEdit) => PAPER_FIELDS.some((field) => text[field] !== base[field]);

/** 「市应急管理局、区委办公室」 → two names; comma, semicolon and line feed part them as well. */
export const namesIn = (line: string): string[] =>
  line
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
