import { z } from 'zod';
import { command } from '../api/define.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { keepFile } from './file.permissions.ts';
import { file } from './file.register.ts';

/** Records an upload whose bytes lie safely in the store. */
export const keep = command('files.keep', {
  label: { zh: '登记文件', en: 'Record file' },
  may: keepFile,
  input: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().max(100),
    size: z.number().int().min(1),
    name: z.string().max(200).transform(cleanText).optional(),
  }),
  output: z.object({ id: z.string(), sha256: z.string(), mediaType: z.string(), size: z.number() }),
  records: ['file.kept'],
  async run(ctx, { name, ...stored }) {
    const row = await ctx.insert(file, { ...stored, ...(name ? { name } : {}) });
    ctx.fact({ kind: 'file.kept', subject: { register: 'file', id: row.id }, payload: stored });
    return { id: row.id, ...stored };
  },
});
