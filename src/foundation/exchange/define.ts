import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Permission } from '../identity/define.ts';
import type { Fields, ValuesOf } from '../registers/define.ts';

/** A row of a sheet whose cells were read and are sound by themselves. */
export interface SheetRow<F extends Fields = Fields> {
  readonly row: number;
  readonly values: ValuesOf<F>;
  /** What a person answered to the questions of this row, by field. */
  readonly answers: Readonly<Record<string, string>>;
  /** Other rows of the file that speak of what has the same name; told by the check, empty while writing. */
  readonly alike: readonly number[];
  /** The record that another row of this file has written; for an answer that names the row. */
  writtenBy(row: number): Promise<string | undefined>;
}

export interface RowRemark {
  readonly field: string;
  readonly reason: Phrase;
}

/** What only a person can decide. The row waits until one of the choices is taken. */
export interface RowQuestion extends RowRemark {
  readonly choices: readonly { readonly value: string; readonly label: Phrase }[];
}

/** One command of a row. Its input may need what earlier ones have made: their outputs, by `as`. */
export interface RowStep {
  readonly command: string;
  readonly as?: string;
  input(made: Readonly<Record<string, { readonly id: string }>>): object;
}

/** What becomes of a row. No steps and nothing wrong: it says nothing new. */
export interface RowPlan {
  readonly faults?: readonly RowRemark[];
  /** Written all the same, but somebody should look. */
  readonly doubts?: readonly RowRemark[];
  readonly question?: RowQuestion | undefined;
  /** The record the row is about, where it is there already. */
  readonly known?: string;
  readonly steps: readonly RowStep[];
}

/**
 * A sheet that is no register: each of its rows becomes several commands of the capability, all of them or none, with the
 * rights of whoever imports. Upload, columns, check, questions, writing and origins are the mechanism's.
 */
export interface ImportSheet<F extends Fields = Fields> {
  readonly kind: 'sheet';
  readonly name: string;
  readonly label: Phrase;
  /** Its columns. */
  readonly fields: F;
  /** What else a column is called. */
  readonly heads?: Readonly<Partial<Record<keyof F & string, readonly string[]>>>;
  /** Columns whose cell stands for the rows below it, too: merged cells hold their value in the first row alone. */
  readonly carried?: readonly (keyof F & string)[];
  readonly keep: Permission;
  /** The register whose record a row is about, and the page on which it is seen. */
  readonly about: string;
  readonly path: string;
  /** How a record is known that is there already. */
  readonly knownBy: Phrase;
  /** Rows with the same words speak of what may be the same; undefined for a row without a name. Cells as they were read. */
  nameOf(values: Partial<ValuesOf<F>>): string | undefined;
  /** What should stand in one row only, by column: a mobile number. Another row that has it is told of. */
  marksOf?(values: Partial<ValuesOf<F>>): Readonly<Record<string, readonly string[]>>;
  plan(ctx: ReadContext, row: SheetRow<F>): Promise<RowPlan>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of sheets is heterogeneous; each keeps its own columns
export type AnySheet = ImportSheet<any>;

export const defineSheet = <F extends Fields>(
  name: string,
  sheet: Omit<ImportSheet<F>, 'kind' | 'name'>,
): ImportSheet<F> => ({ kind: 'sheet', name, ...sheet });

/** Among the choices of a question: a record of its own. Every other choice names one that is there. */
export const ANOTHER = 'another';
