import type { RegisterFaces } from '../registers/define.ts';

/** Of an address what a view of this register keeps, in a fixed order so that two of the same read the same. */
export function queryFor({ filters }: Pick<RegisterFaces, 'filters'>, query: string): string {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of [...filters, 'areaCode', 'state', 'within', 'sort', 'order']) {
    const value = given.get(name);
    if (value) kept.set(name, value);
  }
  return kept.toString();
}
