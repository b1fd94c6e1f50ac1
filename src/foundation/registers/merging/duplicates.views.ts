import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../api/context.ts';
import { type AnyView, view } from '../../api/define.ts';
import type { RegisterFaces } from '../define.ts';
import { blindColumn, snakeCase } from '../table.ts';
import { idInput } from '../types/reference.type.ts';
import { doubled, type Known } from './similarity.rules.ts';

/** How many records are compared at once; a larger register is narrowed by area or asked record by record. */
const MOST = 5000;
/** One record is compared with as many. */
const MOST_OF_ONE = 50_000;
const SHOWN = 200;

const side = z.object({ id: z.string(), title: z.string(), areaCode: z.string(), changedAt: z.date() });

/** Records in use that may be one: the same key or sealed number, names alike, near one another. Only people merge. */
export function duplicatesView(faces: RegisterFaces): AnyView {
  const { register, keep } = faces;
  return view(`${register.plural}.duplicates`, {
    label: { zh: `${register.label.zh}疑似重复`, en: `Possible duplicates: ${register.label.en.toLowerCase()}` },
    may: keep,
    input: z.object({
      /** Only those of one record. */
      of: idInput.optional(),
      areaCode: z
        .string()
        .regex(/^\d{6,12}$/)
        .optional(),
      metres: z.number().min(1).max(5000).default(50),
    }),
    output: z.object({
      pairs: z.array(
        z.object({
          one: side,
          other: side,
          reasons: z.array(z.enum(['key', 'name', 'place'])),
        }),
      ),
      /** More records than are compared at once: only the newest were. */
      isCut: z.boolean(),
    }),
    reads: [register],
    async run(ctx, { of, areaCode, metres }) {
      const records = await known(ctx, faces, areaCode, of);
      const byId = new Map(records.map((record) => [record.id, record]));
      const pairs = doubled(records, metres, of).slice(0, SHOWN);
      return {
        pairs: pairs.map(({ one, other, reasons }) => ({
          one: byId.get(one) as never,
          other: byId.get(other) as never,
          reasons: [...reasons],
        })),
        isCut: records.length >= (of ? MOST_OF_ONE : MOST),
      };
    },
  });
}

async function known(ctx: ReadContext, faces: RegisterFaces, areaCode: string | undefined, of: string | undefined) {
  const { register, keys, inUse } = faces;
  const { fields, title } = register;
  const name = fields[title]?.personal ? sql`coalesce(r.number, '')` : sql.ref(`r.${snakeCase(title)}`);
  const same = [
    ...keys.map((key) => sql`array[${`${key}=`} || ${sql.ref(`r.${snakeCase(key)}`)}::text]`),
    // The first word of a blind index is the whole number.
    ...Object.keys(fields).flatMap((key) =>
      fields[key]?.blind ? [sql`array[${`${key}=`} || (${sql.ref(`r.${blindColumn(key)}`)})[1]]`] : [],
    ),
  ];
  const placed = Object.keys(fields).find((key) => fields[key]?.type === 'place');
  const point = placed ? sql.ref(`r.${snakeCase(placed)}`) : undefined;
  const rows = await ctx.rows<Known & { title: string; areaCode: string; changedAt: Date }>(sql`
    select r.id, ${name} as name, ${name} as title, r.area_code, r.changed_at,
      array_remove(${same.length > 0 ? sql.join(same, sql` || `) : sql`'{}'::text[]`}, null) as same,
      ${point ? sql`st_x(${point})` : sql`null::float8`} as lng, ${point ? sql`st_y(${point})` : sql`null::float8`} as lat
    from ${ctx.visible(register)} r
    where r.state = any(${inUse}::text[]) ${areaCode ? sql`and r.area_code like ${`${areaCode}%`}` : sql``}
    order by (r.id = ${of ?? null}::uuid) desc nulls last, r.id desc limit ${of ? MOST_OF_ONE : MOST}`);
  return rows;
}
