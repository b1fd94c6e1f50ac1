import type { Fields, FieldType } from '../registers/define.ts';

/** A column of a source, in the order of the file. */
export interface SourceColumn {
  readonly index: number;
  readonly title: string;
}

/** Nothing of this column is taken over. */
export const LEFT_OUT = '';
export const OWNER_UNIT = 'ownerUnit';

/** What a column may stand for: a field, one half of a point, the owner unit. */
export interface Target {
  readonly id: string;
  readonly field?: FieldType;
  readonly name: string;
  readonly words: readonly string[];
  readonly isRequired: boolean;
}

/** What columns are matched with: the fields of a register or of a sheet, and what else they are called. */
export interface Columns {
  readonly fields: Fields;
  readonly heads: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Does a column tell the owner unit of each row? */
  readonly hasOwner: boolean;
}

const LNG = ['经度', 'lng', 'lon', 'long', 'longitude', 'x', 'lngx', '东经'];
const LAT = ['纬度', 'lat', 'latitude', 'y', 'laty', '北纬'];
/** The last column of a GeoJSON file, and what sheets call a pair of degrees. */
const GEOMETRY = ['geometry', '位置', '坐标', '经纬度', 'location'];
/** What sheets call a number to ring up, whatever the register calls it. */
const PHONE = [
  '手机',
  '手机号',
  '手机号码',
  '电话',
  '电话号码',
  '联系电话',
  '联系方式',
  'phone',
  'mobile',
  'tel',
  'telephone',
];
const OWNER = ['归属单位', '所属单位', '主管单位', 'owner', 'ownerunit', 'owner unit'];

/** Everything that a sheet can give. Uploaded files and what code keeps for itself cannot come from a cell. */
export function targetsOf({ fields, heads, hasOwner }: Columns): Target[] {
  // Of two phones only their own words tell which is meant.
  const phones = Object.values(fields).filter(({ type }) => type === 'phone');
  const phone = phones.length === 1 ? phones[0] : undefined;
  const own = Object.entries(fields).flatMap(([name, field]): Target[] => {
    if (field.holdsFiles || field.type === 'json') return [];
    const words = [field.label.zh, field.label.en, name, ...(heads[name] ?? []), ...(field.geometry ? GEOMETRY : [])];
    if (field === phone) words.push(...PHONE);
    const whole = { id: name, field, name, words, isRequired: !field.input.safeParse(field.startsAs ?? null).success };
    if (field.type !== 'place') return [whole];
    const half = (part: 'lng' | 'lat', titles: readonly string[]): Target => ({
      id: `${name}.${part}`,
      field,
      name,
      words: titles.flatMap((head) => [head, `${field.label.zh}${head}`, `${field.label.zh}-${head}`]),
      isRequired: false,
    });
    return [whole, half('lng', LNG), half('lat', LAT)];
  });
  return hasOwner ? [...own, { id: OWNER_UNIT, name: OWNER_UNIT, words: OWNER, isRequired: false }] : own;
}

/** One spelling of a head: full width, spaces, marks of «required» and units in brackets make no difference. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    .replaceAll(/[\s*＊:：_-]/g, '');
}

/** For each column the target its head names; each target once, the first column wins. */
export function recognise(target: Columns, columns: readonly SourceColumn[]): string[] {
  const byWord = new Map<string, string>();
  for (const { id, words } of targetsOf(target)) {
    for (const word of words) if (!byWord.has(plainTitle(word))) byWord.set(plainTitle(word), id);
  }
  const taken = new Set<string>();
  return columns.map(({ title }) => {
    const id = byWord.get(plainTitle(title));
    if (id === undefined || taken.has(id)) return LEFT_OUT;
    taken.add(id);
    return id;
  });
}

/** What a source's columns were matched with before, by their heads: columns may have moved, come or gone. */
export function remembered(
  columns: readonly SourceColumn[],
  before: { readonly titles: readonly string[]; readonly mapping: readonly string[] },
  recognised: readonly string[],
): string[] {
  const known = new Map(before.titles.map((title, at) => [plainTitle(title), before.mapping[at] ?? LEFT_OUT]));
  const mapping = columns.map(({ title }, at) => known.get(plainTitle(title)) ?? recognised[at] ?? LEFT_OUT);
  return mapping.map((target, at) => (mapping.indexOf(target) === at ? target : LEFT_OUT));
}

/** Which row is the head: the one among the first rows that names most of the fields; titles often stand above. */
export function headAmong(target: Columns, rows: readonly (readonly (string | null)[])[]): number {
  let best = { at: rows.findIndex((cells) => cells.some(Boolean)), named: 0 };
  for (const [at, cells] of rows.entries()) {
    const columns = cells.map((title, index) => ({ index, title: title ?? '' }));
    const named = recognise(target, columns).filter((id) => id !== LEFT_OUT).length;
    if (named > best.named) best = { at, named };
  }
  return Math.max(0, best.at);
}

/** Two files with the same heads have the same print. */
export const headPrint = (columns: readonly SourceColumn[]): string =>
  columns.map(({ title }) => plainTitle(title)).join('|');
