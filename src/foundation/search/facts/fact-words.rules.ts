import type { RegisterDefinition } from '../../registers/define.ts';
import { FORMER_TEXTS } from '../define.ts';

/** What a fact says in public. `names` are those of texts in its payload; sealed fields never stand in a payload in plain. */
export function saidIn(
  register: RegisterDefinition | undefined,
  names: readonly string[],
  payload: Readonly<Record<string, unknown>>,
): string[] {
  const texts = names.flatMap((name) =>
    name === FORMER_TEXTS ? formerTexts(register, payload[name]) : [payload[name]],
  );
  return [...new Set(texts.filter((text) => typeof text === 'string').map((text) => text.trim()))].filter(Boolean);
}

function formerTexts(register: RegisterDefinition | undefined, changes: unknown): unknown[] {
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes as Record<string, { from?: unknown }>).flatMap(([field, { from }]) =>
    register?.fields[field]?.type === 'text' && !register.fields[field].personal ? [from] : [],
  );
}
