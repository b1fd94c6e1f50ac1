import { z } from 'zod';
import { view } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { readFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { servedName } from './file.rules.ts';

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
    const row = await ctx.record(file, id);
    const { mediaType, size, sha256, createdAt } = row;
    return { id, name: servedName(row.name, id, mediaType), mediaType, size, sha256, uploadedAt: createdAt };
  },
});
