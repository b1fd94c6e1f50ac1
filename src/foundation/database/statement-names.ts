/** Statements that each connection keeps parsed and planned: some 30 kB each, on the server. */
const KEPT = 400;
/** Of texts seen once only so many are remembered. */
const GLANCED = 4000;

export interface StatementNames {
  /** The name under which a statement is kept prepared; undefined on first sight: most texts are never seen again. */
  nameOf(text: string): string | undefined;
  /** How many names have been taken back so far; a name never comes again. */
  retired(): number;
  isKept(name: string): boolean;
}

/**
 * Which statements are worth keeping prepared: those used lately. A first start runs some hundred others over and over
 * before anybody takes a call, and they must make room again.
 */
export function statementNames({ kept = KEPT, glanced = GLANCED } = {}): StatementNames {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const alive = new Set<string>();
  let made = 0;

  function named(): string {
    const [oldest] = names;
    if (names.size >= kept && oldest) {
      names.delete(oldest[0]);
      alive.delete(oldest[1]);
    }
    made += 1;
    alive.add(`s${made}`);
    return `s${made}`;
  }
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known === undefined && !seen.delete(text)) {
        if (seen.size >= glanced) seen.clear();
        seen.add(text);
        return undefined;
      }
      const name = known ?? named();
      // Used last, so it stands last: the first of the map is the one that goes.
      names.delete(text);
      names.set(text, name);
      return name;
    },
    retired: () => made - alive.size,
    isKept: (name) => alive.has(name),
  };
}
