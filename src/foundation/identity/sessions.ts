import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { type Platform, rowsOf } from '../api/index.ts';
import { ACCESS_RULES, idleMinutesOf, needsSecondFactor } from './access.rules.ts';
import type { Hat, Viewer } from './define.ts';
import { type DatedHat, hatsAt, hatsOf } from './hats.ts';

export const SESSION_COOKIE = 'fengsui_session';
const SESSION_CHANNEL = 'fengsui_session';
/** Tells keys and cookies apart, and lets a secret scanner find a key that was committed. */
export const KEY_PREFIX = 'fsk_';

/** How long an answer of the database is believed when nobody says that it changed. */
const BELIEVED_MS = 3_000;
/** Activity is written down this often: the idle limit counts in minutes. */
const WRITTEN_EVERY_MS = 20_000;
const MOST_REMEMBERED = 20_000;

/** What a session still owes before it may do its work. */
export type Owed = 'password' | 'second_factor';

/** What came with a request. */
export interface RequestParts {
  readonly token?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Id of the chosen hat: `fengsui-hat`. */
  readonly hat?: string | undefined;
  /** Refuse a hat that the person does not hold (now), instead of leaving it aside. */
  readonly acts?: boolean;
}

interface Known {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly expiresAt: Date;
  readonly activeAt: Date;
  readonly secondFactorAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly mustChange: boolean;
  readonly passwordChangedAt: Date | null;
  readonly isKey: boolean;
  /** Registers that a key is narrowed to; null: it does what its hat does. */
  readonly registers: readonly string[] | null;
  readonly hats: readonly DatedHat[];
}

export interface Sessions {
  /** Who is asking, with the rights of this moment; undefined when the token or key is unknown, ended or expired. */
  resolveViewer(parts: RequestParts): Promise<Viewer | undefined>;
  /** What the session of this viewer still owes: nothing for a whole one. */
  owes(viewer: Viewer): Owed | undefined;
  idleMinutes(viewer: Viewer): number;
  isLocked(viewer: Viewer): boolean;
  /** A person did something: the idle limit starts anew, unless it has passed. */
  touch(viewer: Viewer): void;
  /** @throws `session.locked` (423) after the idle limit; else counts as activity. */
  assertUnlocked(viewer: Viewer): void;
  stop(): Promise<void>;
}

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenDigest = (token: string): Buffer => createHash('sm3').update(token).digest();

/** The memories of this process, forgotten at once by whoever changes something here. */
const memories = new Set<() => void>();

/** Forgets what this process believes of sessions. */
export function forgetSessions(): void {
  for (const forget of memories) forget();
}

/**
 * For every command that changes who may do what: with its commit this process forgets before the command is
 * answered, the other replicas within the time of a message, and whoever misses the message within three seconds.
 */
export function tellSessions(ctx: CommandContext): void {
  ctx.afterCommit(forgetSessions);
  ctx.tellReplicas(SESSION_CHANNEL, '');
}

/** Starts to resolve viewers; listens for changes until `stop`. */
export async function startSessions(platform: Platform): Promise<Sessions> {
  const believed = new Map<string, { known: Known | undefined; until: number }>();
  const latest = new Map<string, Known>();
  const activity = new Map<string, { at: number; writtenAt: number }>();
  const writing = new Set<Promise<unknown>>();
  let generation = 0;

  const forget = () => {
    generation += 1;
    believed.clear();
  };
  memories.add(forget);
  const silence = await platform.database.listen(SESSION_CHANNEL, forget);

  async function know(digest: Buffer, isKey: boolean): Promise<Known | undefined> {
    const key = digest.toString('base64');
    const held = believed.get(key);
    if (held && held.until > performance.now()) return held.known;
    const asked = generation;
    const known = await (isKey ? knownKey : knownSession)(platform, digest);
    // Something changed while we asked: the answer serves this request and is not kept.
    if (asked === generation) {
      if (believed.size >= MOST_REMEMBERED) believed.clear();
      believed.set(key, { known, until: performance.now() + BELIEVED_MS });
    }
    return known;
  }

  function remember(known: Known): void {
    if (latest.size >= MOST_REMEMBERED) latest.clear();
    latest.set(known.sessionId, known);
    const at = known.activeAt.getTime();
    const held = activity.get(known.sessionId);
    if (!held || held.at < at) activity.set(known.sessionId, { at, writtenAt: at });
  }

  function write(sessionId: string, at: number): void {
    const one = sql`update session set last_active_at = ${new Date(at)}, last_seen_at = ${new Date(at)}
      where id = ${sessionId} and last_active_at < ${new Date(at)}`
      .execute(platform.database.kysely)
      .catch((error: Error) => platform.log('warn', 'session.activity_unwritten', { reason: error.message }))
      .finally(() => writing.delete(one));
    writing.add(one);
  }

  /** When a key was last used, to the grain at which activity is written. */
  function noteUse({ sessionId }: Known, at: number): void {
    const held = activity.get(sessionId);
    if (!held || at - held.writtenAt < WRITTEN_EVERY_MS) return;
    held.at = at;
    held.writtenAt = at;
    const one = sql`update api_key set last_used_at = ${new Date(at)} where id = ${sessionId}`
      .execute(platform.database.kysely)
      .catch((error: Error) => platform.log('warn', 'api_key.use_unwritten', { reason: error.message }))
      .finally(() => writing.delete(one));
    writing.add(one);
  }

  const isLocked = (viewer: Viewer): boolean => {
    const known = latest.get(viewer.sessionId);
    const held = activity.get(viewer.sessionId);
    if (!known || known.isKey || !held) return false;
    const now = platform.clock.now();
    const limit = idleMinutesOf(hatsAt(known.hats, now), platform.rules(ACCESS_RULES, now).values) * 60_000;
    return now.getTime() - held.at >= limit;
  };

  const touch = (viewer: Viewer): void => {
    const held = activity.get(viewer.sessionId);
    if (!held || isLocked(viewer)) return;
    held.at = platform.clock.now().getTime();
    if (held.at - held.writtenAt < WRITTEN_EVERY_MS || latest.get(viewer.sessionId)?.isKey) return;
    held.writtenAt = held.at;
    write(viewer.sessionId, held.at);
  };

  return {
    async resolveViewer({ token, apiKey, hat, acts }) {
      const secret = apiKey ?? token;
      if (!secret) return undefined;
      const known = await know(tokenDigest(secret), apiKey !== undefined);
      const now = platform.clock.now();
      if (!known || known.expiresAt <= now) return undefined;
      remember(known);
      if (known.isKey) noteUse(known, now.getTime());
      const hats = owedBy(known, platform) ? [] : narrowed(hatsAt(known.hats, now), known.registers);
      const acting = chosen(hats, hat);
      if (acts && hat !== undefined && !acting) throw problem('session.hat_unknown');
      const { personId, name, accountId, sessionId } = known;
      return { personId, name, accountId, sessionId, hats, acting, deviceId: undefined, isSystem: false };
    },
    owes: (viewer) => {
      const known = latest.get(viewer.sessionId);
      return known && owedBy(known, platform);
    },
    idleMinutes: (viewer) => idleMinutesOf(viewer.hats, platform.rules(ACCESS_RULES, platform.clock.now()).values),
    isLocked,
    touch,
    assertUnlocked(viewer) {
      if (isLocked(viewer)) throw problem('session.locked');
      touch(viewer);
    },
    async stop() {
      memories.delete(forget);
      await silence();
      await Promise.all(writing);
    },
  };
}

const narrowed = (hats: Hat[], registers: Known['registers']): Hat[] =>
  registers === null ? hats : hats.map((hat) => ({ ...hat, only: registers.map((name) => `${name}.read`) }));

/** The hat asked for; without a wish, the first the person holds in their own right. */
function chosen(hats: readonly Hat[], wish: string | undefined): Hat | undefined {
  return wish === undefined ? hats[0] : hats.find((hat) => hat.id === wish);
}

function owedBy(known: Known, { clock, installation, rules }: Platform): Owed | undefined {
  if (known.isKey) return undefined;
  const now = clock.now();
  const access = rules(ACCESS_RULES, now).values;
  const roles = hatsAt(known.hats, now).map((hat) => hat.role);
  if (known.secondFactorAt === null && (known.hasSecondFactor || needsSecondFactor(roles, access)))
    return 'second_factor';
  const age = known.passwordChangedAt === null ? 0 : now.getTime() - known.passwordChangedAt.getTime();
  // Demo logins are printed for everybody: their age says nothing.
  const isOld = !installation.isDemo && age > access.password.maxAgeDays * 86_400_000;
  return known.mustChange || isOld ? 'password' : undefined;
}

async function knownSession(platform: Platform, digest: Buffer): Promise<Known | undefined> {
  return found(
    platform,
    sql`select s.id as session_id, a.id as account_id, a.person_id, p.name, s.expires_at,
        greatest(s.last_active_at, s.unlocked_at) as active_at, s.second_factor_at,
        coalesce(c.totp_confirmed_at is not null, false) as has_second_factor,
        coalesce(c.must_change, false) and s.means <> 'wall_code' as must_change,
        case when s.means <> 'wall_code' then c.password_changed_at end as password_changed_at, false as is_key, null as hat_id, null as registers
      from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
      left join credential c on c.account_id = a.id
      where s.token_digest = ${digest} and s.ended_at is null and a.state = 'active'`,
  );
}

async function knownKey(platform: Platform, digest: Buffer): Promise<Known | undefined> {
  return found(
    platform,
    sql`select k.id as session_id, a.id as account_id, a.person_id, p.name, k.expires_at,
        coalesce(k.last_used_at, timestamptz 'epoch') as active_at, null as second_factor_at, false as has_second_factor, false as must_change,
        null as password_changed_at, true as is_key, k.hat_id, k.registers
      from api_key k join account a on a.id = k.account_id join person p on p.id = a.person_id
      where k.digest = ${digest} and k.revoked_at is null and a.state = 'active'`,
  );
}

async function found(platform: Platform, query: ReturnType<typeof sql>): Promise<Known | undefined> {
  return platform.database.transact(
    async (tx) => {
      const [row] = await rowsOf<Omit<Known, 'hats'> & { hatId: string | null }>(tx, query);
      if (!row) return undefined;
      const hats = await hatsOf(tx, row.personId, platform.clock.now());
      return { ...row, hats: row.hatId === null ? hats : hats.filter((hat) => hat.id === row.hatId) };
    },
    { readOnly: true },
  );
}
