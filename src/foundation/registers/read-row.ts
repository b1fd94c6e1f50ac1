import type { Phrase } from '../../kernel/phrases.ts';
import { reasonOf } from '../api/input.ts';
import type { Fields } from './define.ts';

export interface RowFault {
  readonly field: string;
  readonly reason: Phrase;
}

/**
 * A row as it came against the inputs of the register's fields: all of them for a new record, the given ones for one that
 * is there. Either values to write, or what is wrong with which field; never both.
 */
export function readRow(
  { fields }: { readonly fields: Fields },
  raw: Readonly<Record<string, unknown>>,
  isNew: boolean,
): { values: Record<string, unknown>; faults: RowFault[] } {
  const values: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (!isNew && !(name in raw)) continue;
    const read = field.input.safeParse(name in raw ? raw[name] : (field.startsAs ?? null));
    if (read.success) values[name] = read.data;
    else {
      const [issue] = read.error.issues;
      const isEmpty = (raw[name] ?? null) === null;
      faults.push({ field: name, reason: issue && !isEmpty ? reasonOf(issue) : EMPTY });
    }
  }
  return { values, faults };
}

const EMPTY = { zh: '必须填写', en: 'is required' };
