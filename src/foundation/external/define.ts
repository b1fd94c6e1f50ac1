import type { Phrase } from '../../kernel/phrases.ts';
import type { Permission } from '../identity/define.ts';
import type { RecordCheck, RegisterDefinition, RegisterFaces } from '../registers/define.ts';
import { day } from '../registers/types/day.type.ts';
import { text } from '../registers/types/text.type.ts';

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
 * A register whose records are somebody else's: the same definition; a table here only for copies with purpose and expiry. Looked up by one key, for a stated purpose;
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
  /** Where answers may be kept as records of ours, each for a purpose and until a day; absent: they are only shown. */
  readonly copies?: RegisterFaces;
}

/** Every register of copies has these: what for, since when, until when (个保法 第6条、第19条). */
export const COPY_FIELDS = {
  copiedFor: text({ label: { zh: '缓存用途', en: 'Copied for' }, required: true, max: 200 }),
  copiedOn: day({ label: { zh: '取得日期', en: 'Copied on' }, required: true }),
  copiedUntil: day({ label: { zh: '缓存到期', en: 'Copied until' }, required: true }),
};

export const COPY_SECTION = {
  title: { zh: '缓存', en: 'Copy' },
  fields: ['copiedFor', 'copiedOn', 'copiedUntil'],
} as const;

export const copyFault: RecordCheck = ({ copiedOn, copiedUntil }) =>
  String(copiedUntil) > String(copiedOn) ? undefined : { field: 'copiedUntil', reason: NOT_LATER };

const NOT_LATER = { zh: '应晚于取得日期', en: 'must be later than the day it was copied' };

export function defineExternal(definition: Omit<ExternalRegister, 'kind'>): ExternalRegister {
  return { kind: 'external', ...definition };
}
