import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { ADMINISTRATOR_ROLES, type Role } from '../identity/define.ts';
import type { RuleSetDefinition } from './define.ts';
import { groupLabel, type Leaf, leafOf, type NamedLeaf } from './leaf.type.ts';

/** The leaves of a schema in order. @throws Error where something is neither group nor leaf */
export function leavesOf(schema: z.ZodType, path: readonly string[] = [], heading?: Phrase): NamedLeaf[] {
  if (schema instanceof z.ZodObject) {
    const label = groupLabel(schema) ?? heading;
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
      leavesOf(inner, [...path, name], label),
    );
  }
  const leaf = leafOf(schema);
  if (!leaf) throw new Error(`${path.join('.') || 'schema'} is neither a group nor a leaf`);
  return [{ ...leaf, path: path.join('.'), ...(heading ? { group: heading } : {}) }];
}

/** `password.minLength` of the values. */
export function valueAt(values: unknown, path: string): unknown {
  let at: unknown = values;
  for (const name of path.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[name];
  return at;
}

/** The values with one of them changed; nothing else is copied deeper than needed. */
export function withValue(values: unknown, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const held = (values ?? {}) as Record<string, unknown>;
  return { ...held, [name]: rest.length === 0 ? value : withValue(held[name], rest.join('.'), value) };
}

/**
 * Values as they were stored, in the shape that the code knows today: a figure that was added since has its initial
 * value, one that was taken out is left behind.
 */
export function lifted<Values>(kind: RuleSetDefinition<Values>, stored: unknown): Values {
  let values: Record<string, unknown> = {};
  for (const { path } of leavesOf(kind.schema)) {
    values = withValue(values, path, valueAt(stored, path) ?? valueAt(kind.initial.values, path));
  }
  return kind.schema.parse(values);
}

export interface Difference {
  readonly leaf: NamedLeaf;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs, leaf by leaf, in the order of the form. */
export function differences(leaves: readonly NamedLeaf[], before: unknown, after: unknown): Difference[] {
  return leaves
    .map((leaf) => ({ leaf, before: valueAt(before, leaf.path), after: valueAt(after, leaf.path) }))
    .filter((one) => !isSame(one.before, one.after));
}

/** Keys of an object may come back from the database in another order. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSame(left[name], right[name]));
}

/** A value in words. */
export function showValue(leaf: Leaf, value: unknown, language: 'zh' | 'en'): string {
  if (value === undefined || value === null) return '—';
  const nameOf = (id: unknown) => leaf.options?.find((option) => option.id === id)?.label[language] ?? String(id);
  const separator = language === 'zh' ? '、' : ', ';
  switch (leaf.type) {
    case 'boolean':
      return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
    case 'choice':
      return nameOf(value);
    case 'choices':
      return (value as unknown[]).map(nameOf).join(separator) || '—';
    case 'rows':
      return (value as Record<string, unknown>[])
        .map((row, index) => `${index + 1}. ${(leaf.columns ?? []).map((column) => cell(column, row)).join(separator)}`)
        .join('\n');
    default:
      return leaf.unit ? `${String(value)} ${leaf.unit[language]}` : String(value);
  }
  function cell(column: NamedLeaf, row: Record<string, unknown>): string {
    return showValue(column, row[column.path], language);
  }
}

/** What is wrong with a declaration, in sentences for the start-up log; empty when it is sound. */
export function faultsOfRuleSet(kind: RuleSetDefinition): string[] {
  const faults: string[] = [];
  const isLabelled = (label: Phrase | undefined) => Boolean(label?.zh && label.en);
  if (!isLabelled(kind.label) || !isLabelled(kind.about)) faults.push(`${kind.name}: label without zh or en`);
  if (!kind.citation || !kind.initial.citation) faults.push(`${kind.name}: no citation`);
  for (const role of [kind.ownerRole, kind.approverRole] as Role[]) {
    if ((ADMINISTRATOR_ROLES as readonly Role[]).includes(role)) faults.push(`${kind.name}: ${role} owns no rules`);
  }
  if (Number.isNaN(Date.parse(kind.initial.effectiveFrom))) faults.push(`${kind.name}: initial date is no date`);
  try {
    for (const leaf of leavesOf(kind.schema)) {
      for (const one of [leaf, ...(leaf.columns ?? []), ...(leaf.options ?? [])]) {
        if (!isLabelled(one.label)) faults.push(`${kind.name}.${leaf.path}: label without zh or en`);
      }
    }
  } catch (error) {
    faults.push(`${kind.name}: ${(error as Error).message}`);
  }
  const initial = kind.schema.safeParse(kind.initial.values);
  for (const issue of initial.error?.issues ?? []) {
    faults.push(`${kind.name}.${issue.path.join('.')}: initial value is not valid: ${issue.message}`);
  }
  return faults;
}
