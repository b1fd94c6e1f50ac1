import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { fileOfRecord, readFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { servedName } from './file.rules.ts';

/** Whoever may see a record sees its files, too; a file of its own is seen by its own rights. */
async function fileFor(ctx: ReadContext, id: string) {
  const bound = await ctx.row<{ register: string; id: string }>(
    sql`select subject_register as register, subject_id as id from file where id = ${id} and subject_id is not null`,
  );
  if (bound && (await ctx.maySee(bound.register, bound.id))) return ctx.record(file, id, fileOfRecord);
  return ctx.record(file, id);
}

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
  }),
  reads: [file],
  async run(ctx, { id }) {
    const row = await fileFor(ctx, id);
    const { mediaType, size, sha256, createdAt } = row;
    return { id, name: servedName(row.name, id, mediaType), mediaType, size, sha256, uploadedAt: createdAt };
  },
});
