import type { z } from 'zod';
import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Processing } from '../personal-data/define.ts';

/** A view that answers `{ choices: [{ id, label }] }` for `{ field }` and what these other fields of the record hold. */
export interface NamesSource {
  readonly view: string;
  readonly with: readonly string[];
}

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
  /** Whoever knows by which names it may be filled. */
  readonly namesBy?: NamesSource;
  /** Unit of a measure, beside its input and in the head of its column. */
  readonly unit?: Phrase;
  /** How lists are narrowed by it: `any` of some values, `equals`, or a `range`; absent: not at all. */
  readonly filter?: 'any' | 'equals' | 'range';
  /** Both ends of a range, as the API takes them. */
  readonly bound?: z.ZodType;
  /** What an untouched field of a form stands for; null unless told. */
  readonly startsAs?: unknown;
  /** Its cells stand to the right, so that figures can be compared by eye. */
  readonly isNumber?: boolean;
  /** What may be wrong with an allowed value; said beside it, never refused. */
  doubt?(value: Value): Phrase | undefined;
  /** In what people count a length of time when they type it. */
  readonly countedIn?: 'minutes' | 'hours' | 'days';
  /**
   * What a cell of a sheet means, as JSON that `input` then judges. What it cannot read it gives back as it is: the input
   * refuses it by name.
   */
  fromCell(cell: Cell): unknown;
  /** The value as a cell, where a sheet should count with it and not only show it. */
  toCell?(value: Value): Cell;
  /**
   * For values that SQL keeps in another shape, such as geometry: `read` turns the column into JSON of the value,
   * `write` wraps the encoded value (its place is the `$`).
   */
  readonly stored?: { read(column: string): string; write: string; encode(value: Value): string };
  /** Name of the register whose id the column holds. */
  readonly refersTo?: string;
  /** Name of the field beside it that says in which register the id lies. */
  readonly registerIn?: string;
  /** The value on the ground as GeoJSON: CGCS2000, longitude first. Gives a spatial index, a map, a feature of an export. */
  geometry?(value: Value): Geometry;
  /** The point whose street, community and grid a record gets that is placed by this field. */
  standsAt?(value: Value): Point | undefined;
  /** Holds ids of uploaded files, which are bound to the record when it is written. */
  readonly holdsFiles?: boolean;
  /** How a masked personal value reads; the middle left out unless told. */
  mask?(plain: string): string;
  /** Sealed values are found through keyed digests of these words, kept in a column beside the value. */
  readonly blind?: BlindIndex;
  /** Phantoms: never present at run time. */
  readonly Value?: Value;
  readonly Input?: Input;
}

/**
 * The field that says where a record stands: the one its map declares, else its first point, line or area; undefined where it has none.
 */
export function placeOf({ map, fields }: Pick<RegisterDefinition, 'map' | 'fields'>): string | undefined {
  return map?.place ?? Object.keys(fields).find((name) => GROUND.test(fields[name]?.column ?? ''));
}
const GROUND = /^geometry\((?:Multi)?(?:Point|LineString|Polygon)/;

/** What an untouched field stands for. */
export const startOf = (field: FieldType | undefined): unknown => field?.startsAs ?? null;

export type Cell = string | number | boolean | Date | null;

/**
 * `contact` and `identity`: masked until revealed with a reason. `narrative`: readable by whoever may read the record.
 */
export type PersonalClass = 'contact' | 'identity' | 'narrative';

export const isMasked = ({ personal }: FieldType): boolean => personal !== undefined && personal !== 'narrative';

/**
 * How a sealed value is found without being opened. The digests are made under a key of the installation, so that nobody
 * who holds only the database can try numbers out; they go when the record's key is destroyed.
 */
export interface BlindIndex {
  /** Values of one kind meet over all registers: a phone of a person and the same phone of an expert. */
  readonly kind: string;
  /** The words a value is found by: the whole first, then what else people ask by, a tail as `…0001`. */
  words(value: string): readonly string[];
  /** The word that a typed text asks for; undefined where it can be none. */
  asked(typed: string): string | undefined;
}

/** GeoJSON, as far as registers have it. */
export interface Geometry {
  readonly type: 'Point' | 'MultiPoint' | 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

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
  /** Why it holds data of persons, whose and how long; every register with a personal field says it. */
  readonly processing?: Processing;
  /** Whose the records are, where the district only holds copies of them. */
  readonly heldBy?: Phrase;
  /** What the register is kept for, as the data catalogue tells it; `processing` says it where persons are in it. */
  readonly purpose?: Phrase;
  /** SQL that answers `id, ended_at` of its records that are over: what served them is needed no longer. */
  readonly over?: string;
  /** How its records stand on the map. A register with a place is a layer without it, too: plainly, by its first place. */
  readonly map?: MapFace;
  /** What its records mean to whoever looks around a place: help that may come, people who are there. */
  readonly surroundings?: SurroundingsFace;
}

export interface SurroundingsFace {
  /** Help that is looked for by nearness; `only` narrows it to some values of a choice: hospitals among protected targets. */
  readonly resources?: readonly {
    readonly order: number;
    readonly label?: Phrase;
    readonly only?: { readonly field: string; readonly values: readonly string[] };
  }[];
  /** Persons behind its records: each record one, or as many as the field `count` says. */
  readonly people?: {
    readonly order: number;
    readonly count?: string;
    /** Who needs help first: a figure, or a list of choices that is not empty. */
    readonly vulnerable?: string;
  };
}

export interface MapFace {
  /** The spatial field that is drawn, where there are several. */
  readonly place?: string;
  /** Further shapes that are layers beside it: what a camera sees. */
  readonly also?: readonly string[];
  readonly shape?: 'circle' | 'triangle' | 'diamond' | 'square';
  /** A choice whose values are told apart by colour. Never a warning or risk level: those have colours of their own. */
  readonly colourBy?: string;
  /** Its list of its own making takes drawn ground, as those of all registers with faces do. */
  readonly isListedByGround?: boolean;
  /** Drawn quietly beneath every map of whoever may read it, where no base map is chosen. */
  readonly ground?: 'road' | 'water' | 'outline';
}

/** A cell as text, trimmed; empty for an empty one. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell).trim();
}

/** Most types: text as it stands, nothing for an empty cell. */
export const plainCell = (cell: Cell): string | null => cellText(cell) || null;

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

export * from './faces.type.ts';
