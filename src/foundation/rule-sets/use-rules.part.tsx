import { useView } from '../api/web.ts';
import type { RuleInForce, RuleSetDefinition } from './define.ts';
import type { inForce } from './rule-sets.views.ts';

/** The figures in force, for a screen that counts with them. Undefined until they are there; renewed when they change. */
export function useRules<Values>(kind: RuleSetDefinition<Values>): Omit<RuleInForce<Values>, 'since'> | undefined {
  const { data } = useView<typeof inForce>('ruleSets.inForce', { kind: kind.name });
  return data && { ...data, values: data.values as Values };
}
