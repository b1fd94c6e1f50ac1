import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { destroyFile, holdFile, readFile, transferFile } from '../file.permissions.ts';
import { file } from '../file.register.ts';
import { isDrawn, isPlayed, servedName } from '../file.rules.ts';
import { fileFor } from '../file-for.ts';
import { fileHold } from './file-hold.register.ts';
import { isHeld } from './held.ts';
import { dueAt } from './retention.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const entry = z.object({
  id: z.string(),
  kind: z.string(),
  label: phrase,
  at: z.date(),
  actorName: z.string().nullable(),
  hatName: z.string().nullable(),
  reason: z.string().nullable(),
  to: z.string().nullable(),
  /** Sealed into the chain of the timeline: it cannot be taken out or changed unseen. */
  isSealed: z.boolean(),
});

const hold = z.object({
  id: z.string(),
  state: z.string(),
  reason: z.string(),
  caseNumber: z.string().nullable(),
  placedAt: z.date(),
  placedBy: z.string().nullable(),
  liftedAt: z.date().nullable(),
  liftReason: z.string().nullable(),
  /** It binds the record, and this file with it. */
  isOfRecord: z.boolean(),
});

/** One file with its custody: who handed it in, saw the original, took it away, received it, held it, destroyed it. */
export const custody = view('files.custody', {
  label: { zh: '文件详情与保管链', en: 'A file and its chain of custody' },
  may: readFile,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    version: z.number(),
    state: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    sha256: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    uploadedAt: z.date(),
    uploadedBy: z.string().nullable(),
    takenAt: z.date().nullable(),
    takenPlace: z.string().nullable(),
    device: z.string().nullable(),
    destroyedAt: z.date().nullable(),
    isDrawn: z.boolean(),
    isPlayed: z.boolean(),
    isHeld: z.boolean(),
    dueAt: z.date(),
    subject: z.object({ register: z.string(), plural: z.string(), id: z.string(), label: phrase }).nullable(),
    holds: z.array(hold),
    custody: z.array(entry),
    mayHold: z.boolean(),
    mayTransfer: z.boolean(),
    mayDestroy: z.boolean(),
  }),
  reads: [file, fileHold],
  async run(ctx, { id }) {
    const row = await fileFor(ctx, id);
    const more = await ctx.row<{ isHeld: boolean; dueAt: Date; uploadedBy: string | null }>(sql`
      select ${isHeld} as is_held, ${dueAt(ctx)} as due_at, p.name as uploaded_by
      from file f left join person p on p.id = f.created_by where f.id = ${id}`);
    const holds = await ctx.rows<z.input<typeof hold>>(sql`
      select h.id, h.state, h.reason, h.case_number, h.created_at as placed_at, p.name as placed_by, h.lifted_at,
        h.lift_reason, h.subject_register <> 'file' as is_of_record
      from file_hold h left join person p on p.id = h.created_by
      where (h.subject_register = 'file' and h.subject_id = ${id})
        or (h.subject_register = ${row.subjectRegister} and h.subject_id = ${row.subjectId}) order by h.created_at`);
    const concern = JSON.stringify([{ register: 'file', id }]);
    const facts = await ctx.rows<Omit<z.input<typeof entry>, 'label'>>(sql`
      select f.id, f.kind, f.happened_at as at, p.name as actor_name,
        nullif(concat_ws(' ', u.short_name, t.name), '') as hat_name,
        f.payload ->> 'reason' as reason, case when f.kind = 'file.transferred' then f.payload ->> 'to' end as "to",
        f.position is not null as is_sealed
      from fact f left join person p on p.id = f.actor_id left join appointment a on a.id = f.hat_id
        left join post t on t.id = a.post_id left join unit u on u.id = t.unit_id
      where (f.register = 'file' and f.subject_id = ${id}) or f.concerns @> ${concern}::jsonb
      order by f.sequence limit 2000`);
    const register = ctx.catalogue.registers.get(row.subjectRegister ?? '');
    const { version, state, mediaType, size, sha256, width, height, takenAt, takenPlace, device, destroyedAt } = row;
    return {
      ...{ id, version, state, mediaType, size, sha256, width, height, takenAt, takenPlace, device, destroyedAt },
      name: servedName(row.name, id, mediaType),
      uploadedAt: row.createdAt,
      uploadedBy: more?.uploadedBy ?? null,
      isDrawn: isDrawn(mediaType),
      isPlayed: isPlayed(mediaType),
      isHeld: more?.isHeld === true,
      dueAt: more?.dueAt ?? row.createdAt,
      subject:
        register && row.subjectId
          ? { register: register.name, plural: register.plural, id: row.subjectId, label: register.label }
          : null,
      holds,
      custody: facts.map((fact) => ({
        ...fact,
        label: ctx.catalogue.factLabels.get(fact.kind) ?? { zh: fact.kind, en: fact.kind },
      })),
      mayHold: ctx.holds(holdFile),
      mayTransfer: ctx.holds(transferFile),
      mayDestroy: ctx.holds(destroyFile),
    };
  },
});
