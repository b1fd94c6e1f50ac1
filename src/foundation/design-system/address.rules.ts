/**
 * Does a path fit a pattern? `/incidents/:id` fits `/incidents/0193` and gives `{ id: '0193' }`; undefined when it does not.
 * A value that is no valid URL text does not fit.
 */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '');
    if (value === undefined) return undefined;
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The first of several that fits; one with fewer parameters goes before one with more, so that `/incidents/new` is no id. */
export function firstMatch<T extends { readonly path: string }>(
  candidates: readonly T[],
  path: string,
): { found: T; params: Record<string, string> } | undefined {
  const parameters = (pattern: string) => pattern.split('/:').length;
  const ordered = [...candidates].sort((one, other) => parameters(one.path) - parameters(other.path));
  for (const found of ordered) {
    const params = matchPath(found.path, path);
    if (params) return { found, params };
  }
  return undefined;
}
