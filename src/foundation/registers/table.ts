import type { RegisterDefinition, RegisterFaces } from './define.ts';

/** `ownerUnitId` → `owner_unit_id`: code speaks camelCase, SQL snake_case. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns that every register's table has, in the order of the table. */
const COMMON = [
  'id uuid primary key',
  'number text',
  'state text not null',
  'version integer not null default 1',
  "mark text not null check (mark in ('real', 'drill', 'test'))",
  'owner_unit_id uuid not null',
  'owner_unit_path text not null collate "C"',
  'area_code text not null collate "C"',
  'created_at timestamptz not null',
  'created_by uuid not null',
  'changed_at timestamptz not null',
  'changed_by uuid not null',
  'changed_fact uuid not null',
];

/** The column definitions of a register's own fields. */
export function fieldColumns(register: RegisterDefinition): { name: string; definition: string }[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const own = snakeCase(name);
    const columns = [{ name: own, definition: `${own} ${field.column}${field.required ? ' not null' : ''}` }];
    if (field.blind) columns.push({ name: blindColumn(name), definition: `${blindColumn(name)} text[]` });
    return columns;
  });
}

/** What keeps two records in use from having one key, even when both are written at the same instant. */
export function keyIndexes({
  register,
  keys,
  together,
}: Pick<RegisterFaces, 'register' | 'keys' | 'together'>): string {
  return [...keys.map((key) => [key]), ...together]
    .map((fields) => fields.map(snakeCase).join(', '))
    .map((on) => `create unique index on "${register.name}" (${on}) where state not in ('withdrawn', 'merged');\n`)
    .join('');
}

/** Indexes by what lists are narrowed by: a register may hold every inhabitant of the district. */
export function filterIndexes({ register, filters, keys }: RegisterFaces): string {
  return filters
    .flatMap((name) => {
      const { column = '', refersTo } = register.fields[name] ?? {};
      if (refersTo || keys.includes(name)) return [];
      const on = snakeCase(name);
      return column.startsWith('text[]')
        ? [`create index on "${register.name}" using gin (${on});\n`]
        : [`create index on "${register.name}" (${on}, id);\n`];
    })
    .join('');
}

/** Beside a sealed field: the keyed digests by which it is found. */
export const blindColumn = (field: string): string => `${snakeCase(field)}_blind`;

/** Indexes that the types of the fields ask for. */
export function fieldIndexes({ name, fields }: RegisterDefinition): string[] {
  return Object.entries(fields).flatMap(([field, type]) => [
    ...(type.geometry ? [`create index on "${name}" using gist (${snakeCase(field)});`] : []),
    ...(type.blind ? [`create index on "${name}" using gin (${blindColumn(field)});`] : []),
    ...(type.refersTo ? [`create index on "${name}" (${snakeCase(field)});`] : []),
  ]);
}

/**
 * The SQL that creates a register's table. Written into a migration by `npm run migration`, read by people and
 * committed: the running server never creates tables from definitions.
 */
export function createTable(register: RegisterDefinition): string {
  const lines = [
    ...COMMON,
    ...fieldColumns(register).map((column) => column.definition),
    ...(register.constraints ?? []),
  ];
  return [
    `create table "${register.name}" (`,
    lines.map((line) => `  ${line}`).join(',\n'),
    ');',
    `create index on "${register.name}" (owner_unit_path);`,
    `create index on "${register.name}" (area_code);`,
    ...fieldIndexes(register),
    ...(register.numbered ? [`create unique index on "${register.name}" (number) where number is not null;`] : []),
    '',
  ].join('\n');
}
