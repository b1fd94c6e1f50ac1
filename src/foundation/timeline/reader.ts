import { sql } from 'kysely';
import type { Platform } from '../api/platform.ts';
import { rowsOf } from '../api/rows.ts';
import type { Fact } from './define.ts';
import { SEALED_CHANNEL } from './sealer.ts';

/** So few that reading them holds up nobody. */
const PAGE = 250;
/** Facts kept in memory so that a stream that was cut can go on without asking the database. */
const REMEMBERED = 5000;
const POLL_MS = 1000;

export interface FactReader {
  /** Hears every sealed fact once, in chain order, from the moment of the call. */
  subscribe(hear: (facts: readonly Fact[]) => void): () => void;
  /** Position of the newest fact handed out. */
  position(): number;
  /** Facts after a position, from memory; undefined when memory does not reach back so far. */
  since(position: number): readonly Fact[] | undefined;
  stop(): Promise<void>;
}

/** One reader per process: loads newly sealed facts once and hands them to the live stream and the reactions. */
export async function startReader(platform: Platform): Promise<FactReader> {
  const hearers = new Set<(facts: readonly Fact[]) => void>();
  const remembered: Fact[] = [];
  let position = await headOf(platform);
  let wanted = false;
  let reading: Promise<void> | undefined;
  let isStopped = false;

  async function read(): Promise<void> {
    while (wanted && !isStopped) {
      wanted = false;
      let facts: Fact[];
      do {
        facts = await factsAfter(platform, position, PAGE);
        const last = facts.at(-1);
        if (!last) break;
        position = last.position ?? position;
        remembered.push(...facts);
        if (remembered.length > REMEMBERED) remembered.splice(0, remembered.length - REMEMBERED);
        for (const hear of hearers) hear(facts);
      } while (facts.length === PAGE);
    }
  }
  function wake(): void {
    wanted = true;
    reading ??= read()
      .catch((error: unknown) => platform.log('warn', 'timeline.read_failed', { reason: (error as Error).message }))
      .finally(() => {
        reading = undefined;
      });
  }
  const silence = await platform.database.listen(SEALED_CHANNEL, wake);
  // A lost notification (reconnect, another replica's crash) must not lose facts.
  const timer = setInterval(wake, POLL_MS);
  timer.unref();

  return {
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    position: () => position,
    since(from) {
      const first = remembered[0]?.position ?? position + 1;
      if (from >= position) return [];
      return from + 1 >= first ? remembered.filter((fact) => (fact.position ?? 0) > from) : undefined;
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await silence();
      await reading;
    },
  };
}

async function headOf(platform: Platform): Promise<number> {
  const head = await sql<{ position: number | null }>`select max(position) as position from fact`.execute(
    platform.database.kysely,
  );
  return Number(head.rows[0]?.position ?? 0);
}

/** Sealed facts after a position, oldest first. */
export async function factsAfter(platform: Platform, position: number, limit: number): Promise<Fact[]> {
  const rows = await platform.database.transact(
    (tx) =>
      rowsOf<Omit<Fact, 'stamp'> & Fact['stamp']>(
        tx,
        sql`select f.id, f.sequence, f.position, f.kind, f.v, f.register, f.subject_id, f.concerns, f.actor_id,
          coalesce(p.name, '') as actor_name, f.hat_id, coalesce(u.short_name || ' ' || t.name, '') as hat_name,
          f.device_id, f.installation, f.command_id, f.happened_at, f.recorded_at, f.mark, f.payload,
          f.owner_unit_path, f.area_code, f.created_by, f.involved
        from fact f
        left join person p on p.id = f.actor_id
        left join appointment a on a.id = f.hat_id
        left join post t on t.id = a.post_id
        left join unit u on u.id = t.unit_id
        where f.position > ${position} order by f.position limit ${limit}`,
      ),
    { readOnly: true },
  );
  return rows.map(({ ownerUnitPath, areaCode, createdBy, involved, ...fact }) => ({
    ...fact,
    stamp: { ownerUnitPath, areaCode, createdBy, involved },
  }));
}
