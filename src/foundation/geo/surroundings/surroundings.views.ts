import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { layerFor } from '../layers/layer-entry.ts';
import { nearestOf } from '../nearest/nearest.ts';
import { type Surroundings, surroundingsJson, surroundingsOf } from './around.ts';
import { ASKED } from './asked.rules.ts';
import { originOf } from './origin.ts';
import { isAround, reachOf } from './reach.ts';
import { readSurroundings } from './surroundings.permissions.ts';
import { surroundings } from './surroundings.register.ts';

/** Layers by their ids, parted by commas; every register that may be read unless told. */
const layers = z.string().max(2000).optional();

/** 周边分析: counts of everything around a place, people, and the nearest help. */
export const around = view('surroundings.around', {
  label: { zh: '周边分析', en: 'Surroundings' },
  may: SIGNED_IN,
  input: z.object({ ...ASKED, layers }),
  output: surroundingsJson,
  reads: [],
  run: (ctx, { layers: only, ...asked }) => surroundingsOf(ctx, asked, only?.split(',')),
});

/** The records of one layer that lie around, the nearest to the middle first. */
export const records = view('surroundings.records', {
  label: { zh: '周边对象', en: 'Records around' },
  may: SIGNED_IN,
  input: z.object({ ...ASKED, layer: z.string().max(60), limit: z.int().min(1).max(200).default(20) }),
  output: z.object({
    plural: z.string(),
    items: z.array(
      z.object({ id: z.string(), title: z.string(), metres: z.number(), lng: z.number(), lat: z.number() }),
    ),
  }),
  reads: [],
  async run(ctx, { layer: id, limit, ...asked }) {
    const layer = await layerFor(ctx, id);
    const origin = await originOf(ctx, asked);
    const reach = await reachOf(ctx, origin, asked);
    const rows = await nearestOf(ctx, layer, origin, { limit, where: isAround(layer, origin, reach) });
    const items = rows.map((row) => ({
      id: row.id,
      title: row.title ?? row.number ?? '',
      metres: row.metres,
      lng: row.lng,
      lat: row.lat,
    }));
    return { plural: layer.register.plural, items };
  },
});

const keptJson = z.object({
  id: z.string(),
  number: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  title: z.string(),
  note: z.string().nullable(),
  /** The record it was kept on, and the plural by which its page is found. */
  subject: z.object({ register: z.string(), id: z.string(), plural: z.string() }),
  unitName: z.string(),
  personName: z.string(),
  keptAt: z.date(),
});
const KEPT = sql`s.id, coalesce(s.number, '') as number, s.mark, s.title, s.note, s.created_at as kept_at,
  coalesce(u.name, '') as unit_name, coalesce(p.name, '') as person_name,
  jsonb_build_object('register', s.subject_register, 'id', s.subject_id) as subject`;
type Row = Omit<z.input<typeof keptJson>, 'subject'> & { subject: { register: string; id: string } };
const withPlural = <One extends Row>(ctx: ReadContext, row: One) => ({
  ...row,
  subject: { ...row.subject, plural: ctx.catalogue.registers.get(row.subject.register)?.plural ?? '' },
});
const AUTHOR = sql`left join unit u on u.id = s.owner_unit_id left join person p on p.id = s.created_by`;

/** What was kept on a record, newest first. */
export const ofSubject = view('surroundings.ofSubject', {
  label: { zh: '事项的周边分析', en: 'Surroundings of a record' },
  may: readSurroundings,
  input: z.object({ subject: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }) }),
  output: z.object({ items: z.array(keptJson) }),
  reads: [surroundings],
  async run(ctx, { subject: { register, id } }) {
    if (!(await ctx.maySee(register, id))) throw problem('record.unknown', {}, 'subject');
    const items = await ctx.rows<Row>(sql`
      select ${KEPT} from ${ctx.visible(surroundings)} s ${AUTHOR}
      where s.subject_register = ${register} and s.subject_id = ${id} order by s.created_at desc, s.id desc limit 100`);
    return { items: items.map((row) => withPlural(ctx, row)) };
  },
});

export const keptOutput = keptJson.extend({ result: surroundingsJson });

/** One that was kept, as it was then. */
export const record = view('surroundings.record', {
  label: { zh: '周边分析', en: 'Surroundings' },
  may: readSurroundings,
  input: z.object({ id: idInput }),
  output: keptOutput,
  reads: [surroundings],
  async run(ctx, { id }) {
    await ctx.record(surroundings, id);
    const row = await ctx.row<Row & { result: Surroundings }>(
      sql`select ${KEPT}, s.result from ${ctx.visible(surroundings)} s ${AUTHOR} where s.id = ${id}`,
    );
    return withPlural(ctx, row as NonNullable<typeof row>);
  },
});
