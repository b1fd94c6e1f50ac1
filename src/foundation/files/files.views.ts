import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import type { Permission } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { fileHold } from './custody/file-hold.register.ts';
import { isHeld } from './custody/held.ts';
import { dueAt } from './custody/retention.ts';
import { fileOfRecord, readFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { isDrawn, servedName } from './file.rules.ts';
import { fileFor } from './file-for.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** What a file is; its bytes are at `GET /api/files/{id}`. */
export const about = view('files.about', {
  label: { zh: '文件信息', en: 'About a file' },
  may: readFile,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    sha256: z.string(),
    uploadedAt: z.date(),
    state: z.string(),
  }),
  reads: [file],
  async run(ctx, { id }) {
    const row = await fileFor(ctx, id);
    const { mediaType, size, sha256, createdAt, state } = row;
    return { id, name: servedName(row.name, id, mediaType), mediaType, size, sha256, uploadedAt: createdAt, state };
  },
});

const item = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  state: z.string(),
  /** A small picture of it is at `GET /api/files/{id}/thumbnail`. */
  hasThumbnail: z.boolean(),
  isHeld: z.boolean(),
  uploadedAt: z.date(),
  uploadedBy: z.string().nullable(),
  takenAt: z.date().nullable(),
  dueAt: z.date(),
  subjectRegister: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** Where the record it belongs to has its page, and what kind it is. */
  subjectPlural: z.string(),
  subjectLabel: phrase.nullable(),
});
type Item = z.input<typeof item>;

async function itemsOf(
  ctx: ViewContext,
  condition: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  limit: number,
  may: Permission = readFile,
): Promise<Item[]> {
  const rows = await ctx.rows<Omit<Item, 'name'> & { name: string | null }>(sql`
    select f.id, f.name, f.media_type, f.size, f.sha256, f.state, f.taken_at, f.subject_register, f.subject_id,
      f.created_at as uploaded_at, p.name as uploaded_by, ${isHeld} as is_held, ${dueAt(ctx)} as due_at
    from ${ctx.visible(file, may)} f left join person p on p.id = f.created_by
    where ${condition} order by ${order} limit ${limit}`);
  await ctx.openPersonal(file, rows);
  return rows.map((row) => {
    const register = ctx.catalogue.registers.get(row.subjectRegister ?? '');
    return {
      ...row,
      name: servedName(row.name, row.id, row.mediaType),
      hasThumbnail: row.state !== 'destroyed' && isDrawn(row.mediaType),
      subjectPlural: register?.plural ?? '',
      subjectLabel: register?.label ?? null,
    };
  });
}

/** The files that belong to a record, oldest first. */
export const of = view('files.of', {
  label: { zh: '记录的附件', en: 'Files of a record' },
  may: readFile,
  input: z.object({ register: z.string().max(60), recordId: idInput }),
  output: z.object({ items: z.array(item) }),
  reads: [file, fileHold],
  async run(ctx, { register, recordId }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const items = await itemsOf(
      ctx,
      sql`f.subject_register = ${register} and f.subject_id = ${recordId}`,
      sql`f.created_at, f.id`,
      500,
      fileOfRecord,
    );
    return { items };
  },
});

const SHOWN = ['all', 'held', 'due', 'destroyed'] as const;

/** Evidence as far as the viewer sees it: all, what is held, what may be destroyed, what was. */
export const list = view('files.list', {
  label: { zh: '文件一览', en: 'Files' },
  may: readFile,
  input: z.object({
    shown: z.enum(SHOWN).default('all'),
    kind: z.enum(['image', 'video', 'audio', 'application']).optional(),
    limit: z.number().int().min(1).max(1000).default(300),
  }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [file, fileHold],
  async run(ctx, { shown, kind, limit }) {
    const conditions = {
      all: sql`f.state <> 'destroyed'`,
      held: sql`f.state <> 'destroyed' and ${isHeld}`,
      due: sql`f.state <> 'destroyed' and not ${isHeld} and ${dueAt(ctx)} <= ${ctx.now}`,
      destroyed: sql`f.state = 'destroyed'`,
    };
    const fitting = sql`${conditions[shown]}
      and (${kind ?? null}::text is null or split_part(f.media_type, '/', 1) = ${kind ?? null})`;
    const items = await itemsOf(ctx, fitting, sql`f.created_at desc, f.id desc`, limit);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from ${ctx.visible(file)} f where ${fitting}`,
    );
    return { items, total: counted?.total ?? 0 };
  },
});
