import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { attachFiles } from './attach.ts';
import { attachFile, keepFile, readFile, transferFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { fileFor } from './file-for.ts';

const reason = z.string().transform(cleanText).pipe(z.string().min(2).max(500));
const pixels = z.number().int().min(1).optional();
const subjectOf = (id: string) => ({ register: 'file', id });

/** Records an upload whose bytes lie safely in the store. */
export const keep = command('files.keep', {
  label: { zh: '登记文件', en: 'Record file' },
  may: keepFile,
  input: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().max(100),
    size: z.number().int().min(1),
    name: z.string().max(200).transform(cleanText).optional(),
    width: pixels,
    height: pixels,
    takenAt: instantInput.optional(),
    takenPlace: z.string().max(40).optional(),
    device: z.string().max(100).optional(),
  }),
  output: z.object({ id: z.string(), sha256: z.string(), mediaType: z.string(), size: z.number() }),
  records: ['file.kept'],
  async run(ctx, { name, ...known }) {
    const row = await ctx.insert(file, { ...known, ...(name ? { name } : {}) });
    const { sha256, mediaType, size } = known;
    // Where somebody's phone was is personal: it stays in the row, under the row's key.
    const payload = { sha256, mediaType, size, ...(known.takenAt ? { takenAt: known.takenAt } : {}) };
    ctx.fact({ kind: 'file.kept', subject: subjectOf(row.id), payload });
    return { id: row.id, sha256, mediaType, size };
  },
});

/**
 * Who had the original in hand, and why. The routes that hand out bytes call it before the first byte; what is only drawn
 * for a screen leaves no entry.
 */
export const open = command('files.open', {
  label: { zh: '调阅原件', en: 'Open an original' },
  may: readFile,
  input: z.object({ id: idInput, as: z.enum(['view', 'download']), reason: reason.optional() }),
  output: z.object({ id: z.string(), sha256: z.string() }),
  records: ['file.viewed', 'file.downloaded'],
  async run(ctx, { id, as, reason: why }) {
    const row = await fileFor(ctx, id);
    if (row.state === 'destroyed') throw problem('file.destroyed');
    ctx.fact({
      kind: as === 'view' ? 'file.viewed' : 'file.downloaded',
      subject: subjectOf(id),
      payload: { sha256: row.sha256, ...(why ? { reason: why } : {}) },
    });
    return { id, sha256: row.sha256 };
  },
});

/** Adds files to a record from its own page. */
export const attach = command('files.attach', {
  label: { zh: '添加附件', en: 'Attach files' },
  may: attachFile,
  input: z.object({ register: z.string().max(60), recordId: idInput, ids: z.array(idInput).min(1).max(50) }),
  output: z.object({ ids: z.array(z.string()) }),
  records: ['file.attached'],
  async run(ctx, { register, recordId, ids }) {
    if (!(await mayAttach(ctx, register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const subject = { register, id: recordId };
    for (const { id, sha256 } of await attachFiles(ctx, ids, subject)) {
      ctx.fact({
        kind: 'file.attached',
        subject: subjectOf(id),
        concerns: [subject],
        payload: { sha256, to: subject },
      });
    }
    return { ids };
  },
});

/** Whoever sees a record adds to it; where it is a register's, whoever keeps it. */
async function mayAttach(ctx: CommandContext, name: string, id: string): Promise<boolean> {
  if (name === 'file') return false;
  const faces = ctx.catalogue.faces.get(name);
  if (!faces) return ctx.maySee(name, id);
  const found = await ctx.rows(sql`select 1 from ${ctx.visible(faces.register, faces.keep)} r where id = ${id}`);
  return found.length > 0;
}

/** Evidence goes from hand to hand: the taker sees it from now on, and the chain says who gave it to whom. */
export const transfer = command('files.transfer', {
  label: { zh: '移交证据', en: 'Transfer evidence' },
  may: transferFile,
  input: z.object({ id: idInput, toPersonId: idInput, reason }),
  output: z.object({ id: z.string() }),
  records: ['file.transferred'],
  async run(ctx, { id, toPersonId, reason: why }) {
    const row = await ctx.load(file, id);
    if (row.state === 'destroyed') throw problem('file.destroyed');
    const taker = await ctx.row<{ name: string }>(
      sql`select name from person where id = ${toPersonId} and state = 'active'`,
    );
    if (!taker) throw problem('record.unknown', {}, 'toPersonId');
    await ctx.involve(file, id, { personId: toPersonId });
    ctx.fact({
      kind: 'file.transferred',
      subject: subjectOf(id),
      payload: { sha256: row.sha256, toPersonId, to: taker.name, reason: why },
    });
    return { id };
  },
});
