import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { PaperBlock } from '../documents/define.ts';
import type { Permission } from '../identity/define.ts';

/**
 * 案卷: the part of a record's whole file that one capability has to tell, for paper: Chinese only. Read as the viewer reads
 * everything else; whoever lacks the permission gets a paper without the section, and it is not named.
 */
export interface DossierSection {
  readonly name: string;
  /** Register whose records have the file. */
  readonly of: string;
  readonly label: Phrase;
  readonly order: number;
  readonly may: Permission;
  /** Nothing to tell: an empty list, and the paper says 「无」. */
  run(ctx: ReadContext, id: string): Promise<readonly PaperBlock[]>;
}

export const defineDossierSection = (name: string, section: Omit<DossierSection, 'name'>): DossierSection => ({
  name,
  ...section,
});

/** Rows of one table on paper; what lies beyond is counted, not printed. */
export const MOST_ROWS = 1000;

/** A table with what it leaves out said under it. */
export function dossierTable(
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  total = rows.length,
): PaperBlock[] {
  if (rows.length === 0) return [];
  const table: PaperBlock = { kind: 'table', columns, widths, rows };
  return total > rows.length
    ? [table, { kind: 'paragraph', text: `另有 ${total - rows.length} 条未列出，见系统记录。` }]
    : [table];
}
