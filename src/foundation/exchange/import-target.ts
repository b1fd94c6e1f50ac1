import { kebabCase } from '../../kernel/names.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Permission } from '../identity/define.ts';
import { type Judged, judgeRows, type RawRow } from '../registers/index.ts';
import type { Columns } from './columns.rules.ts';
import { judgeSheet, type Question, wordsOf } from './judge-sheet.ts';

/** Whatever a file can be imported into: a register by its faces, or a sheet whose rows become commands. */
export interface ImportTarget extends Columns {
  readonly name: string;
  readonly label: Phrase;
  readonly keep: Permission;
  /** The page on which what was written is seen. */
  readonly path: string;
  /** How a record is known that is there already; undefined where every row is a new one. */
  readonly knownBy: Phrase | undefined;
  /** The command that writes a batch of rows. */
  readonly writes: string;
  readonly carried: readonly string[];
  judge(ctx: ReadContext, rows: readonly RawRow[], asked: JudgeOptions): Promise<Judgement>;
  /** Under which words a row is remembered, where the check must know before it judges which rows speak of the same. */
  wordsOf?(raw: RawRow): readonly string[];
}

export interface JudgeOptions {
  readonly importId: string;
  readonly known: 'update' | 'skip';
  readonly seen: Map<string, number>;
  /** For each of these words the rows that bear it. */
  readonly alike: ReadonlyMap<string, readonly number[]>;
}

export interface Judgement extends Pick<Judged, 'faults' | 'doubts' | 'skipped'> {
  readonly created: readonly { readonly row: number }[];
  readonly updated: readonly { readonly row: number }[];
  readonly questions: readonly Question[];
}

type Catalogue = ReadContext['catalogue'];

/** By name; registers that are filled by commands of their own have none. */
export function importTarget(catalogue: Catalogue, name: string): ImportTarget | undefined {
  const sheet = catalogue.sheets.get(name);
  if (sheet) {
    const { label, fields, heads, keep, path, knownBy, carried = [] } = sheet;
    return {
      name,
      label,
      fields,
      heads: heads ?? {},
      hasOwner: false,
      keep,
      path,
      knownBy,
      carried,
      writes: 'imports.writeRows',
      judge: (ctx, rows, asked) => judgeSheet(ctx, sheet, rows, asked),
      wordsOf: ({ values }) => wordsOf(sheet, values),
    };
  }
  const faces = catalogue.faces.get(name);
  const writes = `${faces?.register.plural}.importRows`;
  if (!faces || !catalogue.commands.has(writes)) return undefined;
  const { register, keep, keys } = faces;
  return {
    name,
    label: register.label,
    fields: register.fields,
    heads: {},
    hasOwner: true,
    keep,
    path: `/${kebabCase(register.plural)}`,
    knownBy: register.fields[keys[0] ?? '']?.label,
    carried: [],
    writes,
    judge: async (ctx, rows, { known, seen }) => ({
      ...(await judgeRows(ctx, faces, rows, { known, seen })),
      questions: [],
    }),
  };
}

export const importTargets = (catalogue: Catalogue): ImportTarget[] =>
  [...catalogue.faces.keys(), ...catalogue.sheets.keys()].flatMap((name) => importTarget(catalogue, name) ?? []);
