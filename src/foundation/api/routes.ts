import { kebabCase } from '../../kernel/names.ts';
/** Where an operation answers: `:id` stands for the subject's id. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/**
 * The address of an operation follows from its name alone, so that server, documentation and client cannot disagree.
 * `hiddenDangers.strikeOff` with a subject → `POST /api/hidden-dangers/:id/strike-off`; the views `list` and `record` are
 * the collection and the record themselves.
 * @throws Error when the name is not `capability.verb`.
 */
export function routeOf(name: string, kind: 'command' | 'view', hasId: boolean, isTyped = false): Route {
  const [capability, verb, ...rest] = name.split('.');
  if (!capability || !verb || rest.length > 0)
    throw new Error(`An operation is named «capability.verb», not «${name}»`);
  const collection = `/api/${kebabCase(capability)}`;
  const base = hasId ? `${collection}/:id` : collection;
  const method = kind === 'command' || isTyped ? 'POST' : 'GET';
  if (kind === 'view' && verb === (hasId ? 'record' : 'list')) return { method, path: base };
  return { method, path: `${base}/${kebabCase(verb)}` };
}
