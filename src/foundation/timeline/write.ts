import { sql } from 'kysely';
import type { Pending } from '../api/command-context.ts';
import type { Platform } from '../api/platform.ts';
import type { Transaction } from '../database/index.ts';
import type { Viewer } from '../identity/define.ts';

interface Receipt {
  readonly id: string;
  readonly name: string;
  readonly inputDigest: Buffer;
  readonly answer: unknown;
  readonly madeAt: Date | undefined;
  readonly deviceId: string | undefined;
  readonly now: Date;
}

/**
 * Sends the facts of a command and its receipt in one statement, the last of its transaction. It fails when the receipt's
 * key is there already: the same command came twice, and this run is undone.
 */
export async function writeFacts(
  platform: Platform,
  tx: Transaction,
  pending: Pending,
  viewer: Viewer,
  receipt: Receipt,
): Promise<void> {
  if (pending.facts.length === 0) throw new Error(`${receipt.name} recorded nothing: a command must leave a fact`);
  const rows = [];
  const stamps = await stampsOf(tx, pending);
  for (const { id, input } of pending.facts) {
    const stamp = stamps.get(`${input.subject.register}/${input.subject.id}`);
    if (!stamp) throw new Error(`a fact about ${input.subject.register}/${input.subject.id}, which does not exist`);
    rows.push({
      id,
      kind: input.kind,
      register: input.subject.register,
      subject_id: input.subject.id,
      concerns: input.concerns ?? [],
      happened_at: (input.happenedAt ?? receipt.now).toISOString(),
      mark: stamp.mark,
      payload: input.payload ?? {},
      owner_unit_path: stamp.ownerUnitPath,
      area_code: stamp.areaCode,
      created_by: stamp.createdBy,
      of_person: input.of ?? null,
    });
  }
  const sent = sql`
    with receipt as (
      insert into command_receipt (id, name, person_id, input_digest, answer, made_at, received_at)
      values (${receipt.id}, ${receipt.name}, ${viewer.personId}, ${receipt.inputDigest},
        ${JSON.stringify(receipt.answer)}::jsonb, ${receipt.madeAt ?? null}, ${receipt.now}))
      insert into fact (id, kind, v, register, subject_id, concerns, actor_id, hat_id, device_id, installation,
        command_id, happened_at, recorded_at, mark, payload, owner_unit_path, area_code, created_by, involved)
      select f.id, f.kind, 1, f.register, f.subject_id, f.concerns, ${viewer.personId}::uuid, ${viewer.acting?.id ?? null}::uuid,
        ${receipt.deviceId ?? null}, ${platform.installation.id}, ${receipt.id}::uuid, f.happened_at, ${receipt.now}::timestamptz,
        f.mark, f.payload, f.owner_unit_path, f.area_code, f.created_by,
        coalesce(case when f.of_person is null then (
            select jsonb_agg(jsonb_build_object('unitPath', p.unit_path, 'personId', p.person_id)
              order by p.since, p.unit_path, p.person_id)
            from involvement p where p.register = f.register and p.record_id = f.subject_id)
          else (
            select jsonb_agg(jsonb_build_object('unitPath', p.unit_path, 'personId', p.person_id))
            from involvement p where p.register = f.register and p.record_id = f.subject_id and p.person_id = f.of_person)
          end, '[]')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, kind text, register text, subject_id uuid,
        concerns jsonb, happened_at timestamptz, mark text, payload jsonb, owner_unit_path text, area_code text,
        created_by uuid, of_person uuid)`.execute(tx);
  sent.catch(() => undefined);
  pending.writes.push(sent);
}

type Stamps = Pending['stamps'];

/** Whose every subject is and whether it is real: those the command did not load are looked up, one query per register. */
async function stampsOf(tx: Transaction, { facts, stamps }: Pending): Promise<Stamps> {
  const missing = new Map<string, Set<string>>();
  for (const { input } of facts) {
    const { register, id } = input.subject;
    if (!stamps.has(`${register}/${id}`)) missing.set(register, (missing.get(register) ?? new Set()).add(id));
  }
  if (missing.size === 0) return stamps;
  const all: Stamps = new Map(stamps);
  for (const [register, ids] of missing) {
    const { rows } = await sql<{
      id: string;
      owner_unit_path: string;
      area_code: string;
      created_by: string;
      mark: 'real' | 'drill' | 'test';
    }>`
      select id, owner_unit_path, area_code, created_by, mark from ${sql.table(register)}
      where id = any(${[...ids]}::uuid[])`.execute(tx);
    for (const { id, owner_unit_path, area_code, created_by, mark } of rows) {
      const stamp = { ownerUnitPath: owner_unit_path, areaCode: area_code, createdBy: created_by, mark };
      all.set(`${register}/${id}`, stamp);
    }
  }
  return all;
}
