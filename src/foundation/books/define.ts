import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Permission } from '../identity/define.ts';
import type { RegisterDefinition } from '../registers/define.ts';

/** Where and until when is looked: a place or its words, what kind of matter it is, and what it must not find: itself. */
export interface BookQuestion {
  readonly place: Point | null;
  /** Metres on the spheroid. */
  readonly metres: number;
  readonly placeText: string;
  readonly areaCode: string;
  /** A kind of `INCIDENT_KINDS`. */
  readonly kind: string;
  /** Only what was there before. */
  readonly before: Date;
  readonly exceptIds: readonly string[];
  readonly limit: number;
}

export interface BookEntry {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly at: Date;
  /** Null where the entry has no place of its own. */
  readonly metres: number | null;
}

/**
 * 在册: what a register knew of a place before something happened there. A register with a place needs no `find`: it is asked for
 * what stands within the metres of the question, whatever its state, or bears the same words of a place.
 */
export interface Book {
  readonly register: RegisterDefinition;
  readonly may: Permission;
  /** What went wrong before stands first, then what is there, then who would come. */
  readonly order: number;
  /** What it is called here; the register's own label unless told. */
  readonly label?: Phrase;
  /** The field that says since when it counts; the day of its record unless told. */
  readonly at?: string;
  /** For registers whose records have no place: a plan, a duty. At most `limit` entries, the nearest or latest first. */
  find?(ctx: ReadContext, question: BookQuestion): Promise<{ entries: readonly BookEntry[]; total: number }>;
}

export const defineBook = (register: RegisterDefinition, book: Omit<Book, 'register'>): Book => ({ register, ...book });
