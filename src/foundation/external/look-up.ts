import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem, problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { execute, type Platform, runView } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { blindDigest } from '../personal-data/index.ts';
import type { FieldType } from '../registers/define.ts';
import type { Connector, ExternalRegister } from './define.ts';
import { readLookup } from './external.permissions.ts';
import { EXTERNAL_RULES } from './external.rules.ts';
import { externalLookup } from './external-lookup.register.ts';
import { askHttp } from './http-connector.ts';
import { askView } from './view-connector.ts';

export interface Looked {
  /** Undefined: the other side has no such record. */
  readonly values: Readonly<Record<string, unknown>> | null;
  readonly fetchedAt: string;
  readonly expiresAt: string;
  readonly isCached: boolean;
}

const HOUR_MS = 3_600_000;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Looks one record up: from what the same person was answered for the same purpose, while that holds, or from the other
 * side. Outside every transaction, because it waits for somebody else. Every look is noted, the vain ones too.
 * @throws `input.field`, `external.…` in words
 */
export async function lookUp(
  platform: Platform,
  external: ExternalRegister,
  viewer: Viewer,
  asked: { key: string; purpose: string },
  environment: Environment = process.env,
): Promise<Looked> {
  const { register } = external;
  const field = register.fields[external.key] as FieldType;
  const read = field.input.safeParse(field.fromCell(asked.key));
  if (!read.success || read.data === null) {
    const given = read.error?.issues[0] as { params?: unknown } | undefined;
    throw problem('input.field', { label: field.label, reason: given?.params ?? NOT_RIGHT }, 'key');
  }
  const key = String(read.data);
  const keyDigest = blindDigest(platform.keys, `external ${register.name}`, key);
  const { cacheHours, timeoutSeconds } = platform.rules(EXTERNAL_RULES, platform.clock.now()).values;
  const note = (outcome: string, looked: Partial<Looked>) => {
    const { values = null, fetchedAt = null, expiresAt = null, isCached = false } = looked;
    const answer = values && !isCached ? JSON.stringify(values) : null;
    const input = {
      register: register.name,
      keyDigest,
      purpose: asked.purpose,
      outcome,
      isCached,
      answer,
      fetchedAt,
      expiresAt,
    };
    return execute(platform, { id: newId(), name: 'externalLookups.note', input }, viewer);
  };
  const kept = await keptAnswer(platform, viewer, register.name, keyDigest, asked.purpose);
  if (kept) {
    await note('found', kept);
    return kept;
  }
  const connector = external.connectors.find(({ addressIn }) => environment[addressIn]);
  try {
    if (!connector) throw problem('external.off', { holder: external.holder });
    const found = await ask(connector, environment, key, timeoutSeconds * 1000);
    const now = platform.clock.now();
    const looked: Looked = {
      values: found ? readable(external, found) : null,
      fetchedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + cacheHours * HOUR_MS).toISOString(),
      isCached: false,
    };
    await note(found ? 'found' : 'missing', looked);
    return looked;
  } catch (error) {
    if (error instanceof Problem && error.key.startsWith('external.')) await note('failed', {});
    throw error;
  }
}

const NOT_RIGHT = { zh: '格式不对', en: 'has a wrong format' };

function ask(connector: Connector, environment: Environment, key: string, timeoutMs: number) {
  return connector.kind === 'http'
    ? askHttp(connector, environment, key, timeoutMs)
    : askView(connector, environment, key, timeoutMs);
}

/** Only what the register knows, each value as its field reads a cell; what a field cannot take is left out. */
function readable({ register }: ExternalRegister, found: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => {
      const given = found[name];
      const cell =
        given === undefined || given === null ? null : given instanceof Date ? given : String(given).slice(0, 2000);
      const read = field.input.safeParse(field.fromCell(cell));
      return [name, read.success ? read.data : null];
    }),
  );
}

async function keptAnswer(
  platform: Platform,
  viewer: Viewer,
  register: string,
  keyDigest: string,
  purpose: string,
): Promise<Looked | undefined> {
  const run = async (ctx: ReadContext) => {
    const row = await ctx.row<{ id: string; answer: string | null; fetchedAt: Date; expiresAt: Date }>(sql`
      select id, answer, fetched_at, expires_at from ${ctx.visible(externalLookup)} l
      where register = ${register} and key_digest = ${keyDigest} and purpose = ${purpose} and created_by = ${viewer.personId}
        and expires_at > ${ctx.now} and answer is not null order by fetched_at desc limit 1`);
    if (!row) return undefined;
    await ctx.openPersonal(externalLookup, [row]);
    if (!row.answer) return undefined;
    const { fetchedAt, expiresAt } = row;
    return {
      values: JSON.parse(row.answer),
      fetchedAt: fetchedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isCached: true,
    };
  };
  return (await runView(platform, { may: readLookup, run }, {}, viewer)) as Looked | undefined;
}
