import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { takeIntake } from './intake.permissions.ts';
import { doubtsOf } from './reading/doubts.rules.ts';
import { MOST_TEXT, READ_FIELDS, readText } from './reading/read-text.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const proposal = z.object({
  field: z.enum(READ_FIELDS),
  /** `occurredAt`: ISO instant in UTC; counts: whole numbers; `kind`: one of our kinds; else words. */
  value: z.union([z.string(), z.number()]),
  text: z.string(),
  /** Offsets in the text given, in UTF-16 code units: `text` is what lies between. */
  start: z.number(),
  end: z.number(),
  confidence: z.number(),
});

/** What free Chinese words of a report say of its fields, by rules, best first; nothing is stored and nothing leaves. */
export const readWords = view('intake.readText', {
  label: { zh: '识别接报文字', en: 'Read the words of a report' },
  may: takeIntake,
  input: z.object({
    text: z.string().max(MOST_TEXT),
    /** When it was said; now unless told. Dates without a year are the nearest ones before it. */
    at: instantInput.optional(),
  }),
  output: z.object({
    proposals: z.array(proposal),
    /** What cannot be or contradicts itself. */
    doubts: z.array(z.object({ field: z.enum(READ_FIELDS), message: phrase })),
  }),
  reads: [],
  async run(ctx, { text, at = ctx.now }) {
    const proposals = readText(text, at);
    return { proposals, doubts: doubtsOf(proposals, at) };
  },
});
