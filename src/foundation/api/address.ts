import { holdsWords } from './define.ts';
import { routeOf } from './routes.ts';

export interface Address {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What goes into the body: the input without what stands in the path; of a view only where something was typed. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * Puts an operation's input where it belongs: the subject's id into the path, a view's other values into the query, unless
 * one of them is what somebody typed: then all go into the body.
 */
export function addressOf(name: string, kind: 'command' | 'view', input: Readonly<Record<string, unknown>>): Address {
  const { id, ...others } = input;
  const hasId = id !== undefined;
  const { method, path } = routeOf(name, kind, hasId, holdsWords(others));
  const filled = hasId ? path.replace(':id', encodeURIComponent(String(id))) : path;
  return method === 'GET'
    ? { method, path: `${filled}${queryOf(others)}`, rest: {} }
    : { method, path: filled, rest: others };
}

/** Scalars as text, lists and objects as JSON; what is undefined or null is not asked. Keys sorted: one question, one address. */
export function queryOf(values: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
    });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
