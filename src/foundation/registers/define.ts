import type { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';

/**
 * A field type is one object with all its faces: what the database stores, what input must look like, how a value
 * reads in a sheet or a cell. A new face is added here and in the types, never as a `switch` somewhere else.
 */
export interface FieldType<Value = unknown, Input = Value> {
  readonly type: string;
  readonly label: Phrase;
  readonly required: boolean;
  /** SQL type of the column, without null-ness; foreign keys included. */
  readonly column: string;
  readonly input: z.ZodType<Input, unknown>;
  /** Text for a sheet, a list cell without its own part, a paper, a search entry. */
  show(value: Value, language: 'zh' | 'en'): string;
  /** Personal fields are stored encrypted under the record's own key, and facts hold only their digest. */
  readonly personal?: PersonalClass;
  readonly options?: readonly Choice[];
  /**
   * For values that SQL keeps in another shape, such as geometry: `read` turns the column into JSON of the value,
   * `write` wraps the encoded value (its place is the `$`).
   */
  readonly stored?: { read(column: string): string; write: string; encode(value: Value): string };
  /** Name of the register whose id the column holds. */
  readonly refersTo?: string;
  /** Phantoms: never present at run time. */
  readonly Value?: Value;
  readonly Input?: Input;
}

/** `contact`: masked until revealed with a reason. `narrative`: readable by whoever may read the record. */
export type PersonalClass = 'contact' | 'narrative';

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: Phrase;
}

// biome-ignore lint/suspicious/noExplicitAny: the field map is heterogeneous; each entry keeps its own value type
export type Fields = Readonly<Record<string, FieldType<any, any>>>;

export interface RegisterDefinition<Name extends string = string, F extends Fields = Fields> {
  readonly kind: 'register';
  /** Table, fact prefix and permission prefix: the glossary's word in snake_case. */
  readonly name: Name;
  /** Operation prefix and route: camelCase plural. */
  readonly plural: string;
  readonly label: Phrase;
  readonly fields: F;
  /** Field that names a record in a sentence. */
  readonly title: string;
  /** Columns of the generated list and sheet, in order. */
  readonly list: readonly string[];
  /** Number series of the paper trail, e.g. `〔2026〕第12号`; absent where records carry no number. */
  readonly numbered?: { readonly prefix: string };
  /** Extra SQL for the table: indexes, uniqueness, checks. */
  readonly constraints?: readonly string[];
  /** A register that anybody signed in may read whole: organisation, areas. */
  readonly isPublicInside?: boolean;
}

export type ValuesOf<F extends Fields> = {
  [Key in keyof F]: F[Key] extends { readonly Value?: infer Value } ? Exclude<Value, undefined> : never;
};

/** Columns that every record carries (design: early decisions). */
export interface CommonColumns {
  id: string;
  number: string | null;
  state: string;
  version: number;
  mark: Mark;
  ownerUnitId: string;
  /** `/root/child/` path of the owner unit, stamped at write so that scope is one prefix comparison. */
  ownerUnitPath: string;
  /** 6-, 9- or 12-digit code of district, street or community the record lies in. */
  areaCode: string;
  createdAt: Date;
  createdBy: string;
  changedAt: Date;
  changedBy: string;
  changedFact: string;
}

export type Mark = 'real' | 'drill' | 'test';

/** One row as code sees it: camelCase, instants as Date, money and measures as number. */
export type RowOf<R> = R extends RegisterDefinition<string, infer F> ? CommonColumns & ValuesOf<F> : never;

export function defineRegister<const Name extends string, F extends Fields>(
  name: Name,
  definition: Omit<RegisterDefinition<Name, F>, 'kind' | 'name' | 'title' | 'list'> & {
    title: keyof F & string;
    list: readonly (keyof F & string)[];
  },
): RegisterDefinition<Name, F> {
  return { kind: 'register', name, ...definition };
}

export const MARK_LABELS: Readonly<Record<Mark, Phrase>> = {
  real: { zh: '实战', en: 'Real' },
  drill: { zh: '演练', en: 'Drill' },
  test: { zh: '测试', en: 'Test' },
};
