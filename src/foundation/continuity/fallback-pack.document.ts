import { definePaper } from '../documents/define.ts';
import type { FallbackTable } from './define.ts';

export interface FallbackPaper {
  readonly unitName: string;
  readonly at: Date;
  readonly sections: readonly { readonly title: string; readonly tables: readonly FallbackTable[] }[];
}

/** The pack as an official paper; an empty section says so, because a missing page would not. */
export const fallbackPaper = definePaper<FallbackPaper>({
  name: 'fallback-pack',
  label: { zh: '断网断电备用资料', en: 'Fallback pack' },
  compose: ({ unitName, at, sections }) => ({
    mark: 'real',
    redHeader: `${unitName}备用资料`,
    number: '断网断电时使用',
    classification: '内部',
    title: '断网断电备用资料',
    body: sections.flatMap(({ title, tables }) => [
      { kind: 'heading' as const, level: 1 as const, text: title },
      ...(tables.every(({ rows }) => rows.length === 0) ? [{ kind: 'paragraph' as const, text: '无' }] : []),
      ...tables
        .filter(({ rows }) => rows.length > 0)
        .flatMap(({ title: heading, columns, rows, widths }) => [
          ...(heading ? [{ kind: 'heading' as const, level: 2 as const, text: heading }] : []),
          { kind: 'table' as const, columns, rows, ...(widths ? { widths } : {}) },
        ]),
    ]),
    signedBy: unitName,
    signedAt: at,
    sentTo: [],
    copiedTo: [],
    printedAt: at,
  }),
});
