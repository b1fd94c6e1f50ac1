import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { layersOf, nearestOf, unitNames, waysTo } from '../../foundation/geo/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { type Detail, type Needed, RESOURCES } from './resources.views.ts';
import { readDispatch, requestSupport } from './support.permissions.ts';
import { arrivalsOf, REASONS, ranked, SUPPORT_LIMITS } from './support.rules.ts';
import { supportDispatch } from './support-dispatch.register.ts';
import { SUPPORT_KINDS, type SupportKind, supportRequest } from './support-request.register.ts';

const kind = z.enum(SUPPORT_KINDS.map(({ id }) => id));
const { fields: of } = supportRequest;

const candidate = z.object({
  id: z.string(),
  title: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  /** Metres straight and along the way, null where it has no place. */
  metres: z.number().nullable(),
  wayMetres: z.number().nullable(),
  /** Minutes on the way, and until it would be there with its turnout. */
  wayMinutes: z.number().nullable(),
  minutes: z.number().nullable(),
  isByRoad: z.boolean(),
  state: z.object({ id: z.string(), label: z.object({ zh: z.string(), en: z.string() }) }),
  isAvailable: z.boolean(),
  /** Who has it, in words, where somebody does. */
  heldFor: z.string().nullable(),
  reasons: z.array(z.enum(REASONS.map(({ id }) => id))),
  /** What there is of it: people of a team, seats, goods on the shelf, places left. */
  amount: z.number().nullable(),
  about: z.string().nullable(),
  /** How it came before: only teams have a history. */
  history: z.object({ came: z.number(), inTime: z.number(), medianMinutes: z.number().nullable() }).nullable(),
});
export type Candidate = z.output<typeof candidate>;

const needed = {
  supportKind: kind,
  speciality: of.speciality.input,
  vehicleKind: of.vehicleKind.input,
  expertField: of.expertField.input,
  supplyId: of.supplyId.input,
  quantity: of.quantity.input,
};

/** Fitting ones are looked at farther than others. */
const FIT = 30;
const OTHERS = 10;

/** 就近推荐: what could be sent to a place, best first, each with its reasons. */
export async function candidatesAt(
  ctx: ReadContext,
  at: { lng: number; lat: number } | null,
  what: Needed & { supportKind: SupportKind },
  /** Only this one, whether it fits or not. */
  only?: string,
): Promise<Candidate[]> {
  const resource = RESOURCES[what.supportKind];
  const layer = layersOf(ctx.catalogue).get(resource.layer);
  if (!layer || !ctx.holds(layer.read)) return [];
  const fit = only ? sql`r.id = ${only}` : resource.fit(what);
  const near = async (where: RawBuilder<unknown>, limit: number) =>
    at ? await nearestOf(ctx, layer, at, { limit, where }) : [];
  const placed = [
    ...(await near(fit, FIT)),
    ...(only || resource.isOnlyFit ? [] : await near(sql`not (${fit})`, OTHERS)),
  ];
  const unplaced = await ctx.rows<{ id: string; title: string; state: string; unitId: string }>(sql`
    select r.id, r.${sql.ref(resource.title)} as title, r.state, r.owner_unit_id as unit_id
    from ${ctx.visible(layer.register, layer.read)} r where r.state not in ('withdrawn', 'merged') and ${fit}
      and (${at === null} or r.${sql.ref(resource.place)} is null) order by 2 limit ${FIT}`);
  const found = [...placed, ...unplaced.map((one) => ({ ...one, metres: null, lng: null, lat: null }))];
  const ids = found.map(({ id }) => id);
  const details = new Map((await resource.details(ctx, ids, what)).map((one) => [one.id, one]));
  const units = await unitNames(
    ctx,
    found.map(({ unitId }) => unitId),
  );
  const histories = what.supportKind === 'team' ? await historiesOf(ctx, ids) : undefined;
  const wayFrom = at ? await waysTo(ctx, at) : undefined;
  const states = ctx.catalogue.lifecycles.get(layer.register.name)?.states;
  const items = found.flatMap((one): Candidate[] => {
    const detail: Detail | undefined = details.get(one.id);
    if (!detail) return [];
    const { turnoutMinutes, ...told } = detail;
    const { metres, lng, lat } = one;
    const way =
      wayFrom && metres !== null
        ? wayFrom({ lng, lat, metres } as { lng: number; lat: number; metres: number })
        : undefined;
    return [
      {
        ...told,
        title: one.title ?? '',
        unitId: one.unitId,
        unitName: units.get(one.unitId ?? '') ?? '',
        lng,
        lat,
        metres,
        wayMetres: way?.wayMetres ?? null,
        wayMinutes: way ? Math.ceil(way.minutes) : null,
        minutes: way ? Math.ceil(way.minutes + turnoutMinutes) : null,
        isByRoad: way?.isByRoad ?? false,
        state: { id: one.state, label: states?.[one.state] ?? { zh: one.state, en: one.state } },
        history: histories ? arrivalsOf(histories.get(one.id) ?? []) : null,
      },
    ];
  });
  return ranked(items, ctx.rules(SUPPORT_LIMITS).values.gapMinutes);
}

interface Past {
  readonly teamId: string;
  readonly dispatchedAt: Date;
  readonly arrivedAt: Date | null;
  readonly arriveDueAt: Date;
}

/** What of each team's sending is known; real matters only. */
async function historiesOf(ctx: ReadContext, teamIds: readonly string[]): Promise<Map<string, Past[]>> {
  const rows = await ctx.rows<Past>(sql`
    select d.team_id, d.dispatched_at, d.arrived_at, d.arrive_due_at from ${ctx.visible(supportDispatch, readDispatch)} d
    where d.team_id = any(${[...teamIds]}::uuid[]) and d.mark = 'real' and d.state <> 'recalled'`);
  const by = new Map<string, Past[]>();
  for (const row of rows) by.set(row.teamId, [...(by.get(row.teamId) ?? []), row]);
  return by;
}

/** 就近推荐 for an incident, before and after it is asked for. */
export const candidates = view('supportRequests.candidates', {
  label: { zh: '支援力量推荐', en: 'What could be sent' },
  may: requestSupport,
  input: z.object({
    incidentId: idInput,
    ...needed,
    place: of.place.input,
    limit: z.int().min(1).max(40).default(10),
  }),
  output: z.object({ hasPlace: z.boolean(), items: z.array(candidate) }),
  reads: [supportDispatch],
  async run(ctx, { incidentId, place, limit, ...what }) {
    const matter = await ctx.record(incident, incidentId, readIncident);
    if (what.supportKind === 'goods' && !what.supplyId)
      throw problem('input.required', { label: of.supplyId.label }, 'supplyId');
    const at = place ?? matter.place;
    const items = await candidatesAt(ctx, at, what);
    return { hasPlace: at !== null, items: items.slice(0, limit) };
  },
});
