import type { Permission } from '../identity/define.ts';
import type { RegisterDefinition, RegisterFaces } from '../registers/define.ts';

/**
 * How the records of a register are found by the one search field. Title and number are always looked into, phone and
 * identity numbers by their digests, the first place by coordinates. Seen by whoever holds `<register>.read`.
 */
export interface SearchDefinition {
  readonly register: RegisterDefinition;
  /** Further fields whose text is looked into. Never sealed ones: the index holds plain text. */
  readonly words: readonly string[];
  /** Fields that stand under the title of a hit: where, of whom. */
  readonly line: readonly string[];
  /** Fields that name the record on whose page these are seen, where they have none of their own: an order's matter. */
  readonly seenOn?: { readonly register: string; readonly id: string };
  /** Found after everything else that fits. */
  readonly isBackground?: boolean;
  /** Whether a hit tells its state; not where work goes on elsewhere: an order stays issued while its parts are done. */
  readonly isStateTold?: boolean;
}

export function defineSearch<R extends RegisterDefinition>(
  register: R,
  search: {
    readonly words: readonly (keyof R['fields'] & string)[];
    readonly line?: readonly (keyof R['fields'] & string)[];
    readonly seenOn?: Readonly<Record<'register' | 'id', keyof R['fields'] & string>>;
    readonly isStateTold?: boolean;
  },
): SearchDefinition {
  return { register, line: [], ...search };
}

/** Among the words of a fact: what open text fields said before they were corrected, such as a former name. */
export const FORMER_TEXTS = 'changes';

const MOST_IN_LINE = 2;

/** A register with faces says by them what its list looks into: the same is found from everywhere. */
export function searchOfFaces({ register, search, keys, isBackground = false }: RegisterFaces): SearchDefinition {
  const open = (name: string) => register.fields[name] !== undefined && !register.fields[name]?.personal;
  const words = [...new Set([...search, ...keys])].filter((name) => name !== register.title && open(name));
  return { register, words, line: words.filter((name) => search.includes(name)).slice(0, MOST_IN_LINE), isBackground };
}

export function faultsOfSearch(
  { register, words, line, seenOn }: SearchDefinition,
  permissions: ReadonlyMap<string, Permission>,
): string[] {
  const faults = [...words, ...line, ...Object.values(seenOn ?? {})].flatMap((name) => {
    const field = register.fields[name];
    if (!field) return [`search of ${register.name}: there is no field ${name}`];
    return field.personal ? [`search of ${register.name}: ${name} is sealed and cannot lie in the index`] : [];
  });
  if (!register.isPublicInside && !permissions.has(`${register.name}.read`))
    faults.push(`search of ${register.name}: there is no permission ${register.name}.read to judge by`);
  return faults;
}
