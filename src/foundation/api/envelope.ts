import { z } from 'zod';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';

/** Command envelopes as the field app and other installations send them (design: early decisions). */
export const envelopeList = z
  .array(
    z.object({
      id: idInput,
      name: z.string().max(100),
      v: z.number().int().min(1).default(1),
      input: z.unknown(),
      madeAt: instantInput.optional(),
      deviceId: z.string().max(100).optional(),
      deviceSeq: z.number().int().min(0).optional(),
      baseVersion: z.number().int().min(1).optional(),
      dependsOn: z.array(idInput).max(50).optional(),
    }),
  )
  .min(1)
  .max(200);
