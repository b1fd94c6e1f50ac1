import { snakeCase } from '../../registers/index.ts';

/** What a row says in its plain fields, as JSON; names as code has them. */
export function saidSql(fields: readonly string[], alias: string): string {
  return `jsonb_build_object(${fields.map((name) => `'${name}', ${alias}."${snakeCase(name)}"`).join(', ')})`;
}
