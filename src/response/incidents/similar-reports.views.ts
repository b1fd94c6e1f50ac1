import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readIntake } from '../intake/index.ts';
import { intake } from '../intake/intake.register.ts';
import { DUPLICATE_RULES, similarTo } from './nearness.rules.ts';

const point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

const row = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  sourceChannel: z.string(),
  kind: z.string(),
  knownAt: z.date(),
  placeText: z.string(),
  place: point.nullable(),
  incidentId: z.string().nullable(),
  /** Its incident takes no more reports. */
  isClosed: z.boolean(),
});

/** So many are compared one by one; index on time and place lets no more through in any night that was. */
const COMPARED = 1000;
const SHOWN = 8;
/** Metres of a degree of latitude, rounded down so that the box is never too small. */
const DEGREE = 110_000;

/**
 * Reports of the hours around a call that may be of the same matter, likeliest first, as far as the viewer may read them:
 * by place where one is marked, else by kind. A person decides; nothing is merged here.
 */
export const similarReports = view('incidents.similarReports', {
  label: { zh: '相似接报', en: 'Similar reports' },
  may: readIntake,
  input: z.object({
    kind: z.string().max(60).optional(),
    place: point.optional(),
    placeText: z.string().max(500).optional(),
    knownAt: instantInput,
    /** The report itself, where it is on record already. */
    exceptId: idInput.optional(),
  }),
  output: z.object({
    items: z.array(row.extend({ metres: z.number().nullable(), score: z.number(), isProposed: z.boolean() })),
  }),
  reads: [intake],
  async run(ctx, { exceptId, ...call }) {
    const { values: rules } = ctx.rules(DUPLICATE_RULES, call.knownAt);
    const reach = rules.minutes * 60_000;
    const [from, until] = [-reach, reach].map((by) => new Date(call.knownAt.getTime() + by));
    const { place } = call;
    const degrees = rules.metres / DEGREE;
    const wide = degrees / Math.max(0.2, Math.cos(((place?.lat ?? 0) * Math.PI) / 180));
    const sameKind = sql`i.kind = ${call.kind ?? ''}`;
    const near = place
      ? sql`(i.place && st_expand(st_setsrid(st_makepoint(${place.lng}::float8, ${place.lat}::float8), 4490), ${wide}::float8, ${degrees}::float8)
          or i.place is null and ${sameKind})`
      : sameKind;
    const rows = await ctx.rows<z.input<typeof row>>(sql`
      select i.id, coalesce(i.number, '') as number, i.state, i.mark, i.source_channel, i.kind, i.known_at, i.place_text, i.incident_id,
        coalesce((select of.state = 'closed' from incident of where of.id = i.incident_id), false) as is_closed,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place
      from ${ctx.visible(intake)} i
      where i.known_at between ${from} and ${until} and i.state <> 'false_report' and ${near}
        and (${exceptId ?? null}::uuid is null or i.id <> ${exceptId ?? null}::uuid)
      order by i.known_at desc limit ${COMPARED}`);
    const items = similarTo(rows, { ...call, place, kind: call.kind }, rules)
      .slice(0, SHOWN)
      .map(({ incident, metres, score, isProposed }) => ({ ...incident, metres: metres ?? null, score, isProposed }));
    return { items };
  },
});
