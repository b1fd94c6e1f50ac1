import type { Phrase } from '../../kernel/phrases.ts';
import type { Permission } from '../identity/define.ts';
import type { RegisterDefinition } from '../registers/define.ts';

/** Where the records of somebody else lie. What depends on the machine, address and secret, stands in the environment. */
export type Connector = HttpConnector | ViewConnector;

export interface HttpConnector {
  readonly kind: 'http';
  /** Environment variable with the address, `{key}` where the key goes: `https://data.example/legal-persons/{key}`. */
  readonly addressIn: string;
  /** Header that carries the secret of another environment variable. */
  readonly secret?: { readonly header: string; readonly valueIn: string };
  /** For each field of the register its place in the answer, parts apart by dots: `data.name`. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface ViewConnector {
  readonly kind: 'view';
  /** Environment variable with a PostgreSQL address; the session is read-only whatever that user may do. */
  readonly addressIn: string;
  /** `schema.view` */
  readonly view: string;
  /** Column that holds the key. */
  readonly key: string;
  /** For each field of the register its column. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A register whose records are somebody else's: the same definition, no table here. Looked up by one key, for a stated purpose;
 * every look is on record, and an answer is kept for that purpose until it expires.
 */
export interface ExternalRegister {
  readonly kind: 'external';
  readonly register: RegisterDefinition;
  /** Field by which it is looked up. */
  readonly key: string;
  /** Whose it is, as a person would call it. */
  readonly holder: Phrase;
  readonly lookUp: Permission;
  /** The first that the environment configures is asked. */
  readonly connectors: readonly Connector[];
}

export function defineExternal(definition: Omit<ExternalRegister, 'kind'>): ExternalRegister {
  return { kind: 'external', ...definition };
}
