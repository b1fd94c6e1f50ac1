import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { layersOf, nearestOf } from '../../foundation/geo/index.ts';
import { hazardDuty } from '../../foundation/hazard-duties/hazard-duty.register.ts';
import { SIGNED_IN } from '../../foundation/identity/define.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import type { AddresseeRef, Found } from '../../foundation/messaging/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import {
  RESPONSIBILITY_CATEGORIES,
  responsibility,
} from '../../foundation/responsibilities/responsibility.register.ts';
import { dayText } from '../../kernel/calendar.ts';
import { ENDPOINT_KINDS, endpoints } from '../../preparedness/endpoints/endpoint.register.ts';
import { type CoveringEndpoint, endpointsCovering } from '../../preparedness/endpoints/index.ts';
import { groundOf, type LinkageGround } from './ground.views.ts';
import { startLinkage } from './linkage.permissions.ts';
import { linkage } from './linkage.register.ts';
import { categoryOf, LINKAGE_RULES } from './linkage.rules.ts';
import { PARTY_SOURCES } from './linkage-party.register.ts';
import { MEETING_WAYS } from './meeting-ways.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
/** What a linkage starts from. */
export const originInput = {
  register: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  recordId: idInput.optional(),
  within: z.string().max(6000).optional(),
};
export const partyInput = z.object({
  source: z.enum(PARTY_SOURCES.map(({ id }) => id)),
  label: z.string().trim().min(1).max(200),
  reason: z.string().trim().max(300).default(''),
  kind: z.string().max(60),
  input: z.record(z.string(), z.unknown()),
});
type Party = z.output<typeof partyInput>;

/** Who is proposed at all, before it is asked who that is now. */
type Proposed = Party & { isChosen: boolean };

const proposal = partyInput.extend({
  /** By which the same addressee is known again. */
  key: z.string(),
  isChosen: z.boolean(),
  people: z.number(),
  /** The first of them, by name. */
  names: z.array(z.string()),
});

export const keyOf = ({ kind, input }: AddresseeRef) => `${kind} ${JSON.stringify(input)}`;

/** 推荐联动对象: who should know of a matter or of what happens on some ground, each with the reason why. */
export const propose = view('linkages.propose', {
  label: { zh: '推荐联动对象', en: 'Whom to reach' },
  may: startLinkage,
  input: z.object(originInput),
  output: z.object({
    matter: z
      .object({ register: z.string(), id: z.string(), title: z.string(), mark: z.enum(['real', 'drill', 'test']) })
      .nullable(),
    at: z.object({ lng: z.number(), lat: z.number() }).nullable(),
    placeText: z.string(),
    items: z.array(proposal),
    secondPersonFrom: z.number(),
    answerMinutes: z.object({ extra_urgent: z.number(), urgent: z.number(), normal: z.number() }),
    meetings: z.array(
      z.object({ name: z.string(), label: phrase, isOn: z.boolean(), setting: z.string(), example: z.string() }),
    ),
  }),
  reads: [linkage],
  async run(ctx, origin) {
    const ground = await groundOf(ctx, origin);
    const { values } = ctx.rules(LINKAGE_RULES);
    const proposed = [
      ...(await responsibleFor(ctx, ground)),
      ...(await onDutyIn(ctx, ground)),
      ...(await teamsNear(ctx, ground)),
      ...(await departmentsFor(ctx, ground)),
      ...(await endpointsOf(ctx, ground)),
    ];
    const own = new Set(ctx.viewer.hats.map(({ unit }) => unit.id));
    // Whoever starts it need not be told of it; the reason stays to be seen.
    const unique = merged(proposed).map((one) => ({
      ...one,
      isChosen: one.isChosen && !own.has(String(one.input.unitId ?? '')),
    }));
    const found = await peopleOfParties(ctx, unique);
    const names = await namesOf(ctx, found);
    return {
      matter: ground.matter,
      at: ground.at,
      placeText: ground.placeText,
      items: unique.map((one, index) => ({
        ...one,
        key: keyOf(one),
        people: found[index]?.length ?? 0,
        names: (found[index] ?? []).slice(0, 4).map(({ personId }) => names.get(personId) ?? ''),
      })),
      secondPersonFrom: values.secondPersonFrom,
      answerMinutes: { extra_urgent: values.extra_urgent, urgent: values.urgent, normal: values.normal },
      meetings: MEETING_WAYS.map((way) => ({
        name: way.name,
        label: way.label,
        isOn: way.line(process.env, { id: '', place: ground.at, ground: origin.within ?? null }) !== undefined,
        setting: way.setting,
        example: way.example,
      })),
    };
  },
});

/** Whoever is meant for two reasons is asked once, with both of them. */
function merged(proposed: readonly Proposed[]): Proposed[] {
  const found = new Map<string, Proposed>();
  for (const one of proposed) {
    const known = found.get(keyOf(one));
    found.set(
      keyOf(one),
      known ? { ...known, reason: `${known.reason}；${one.reason}`, isChosen: known.isChosen || one.isChosen } : one,
    );
  }
  return [...found.values()];
}

/** Who each addressee is now, all of one kind in one question. */
export async function peopleOfParties(ctx: ReadContext, refs: readonly AddresseeRef[]): Promise<(readonly Found[])[]> {
  const people: (readonly Found[])[] = refs.map(() => []);
  for (const kind of new Set(refs.map((one) => one.kind))) {
    const places = refs.flatMap((one, index) => (one.kind === kind ? [index] : []));
    const resolve = ctx.catalogue.addressees.get(kind)?.resolve;
    const found = (await resolve?.(ctx, places.map((index) => refs[index]?.input) as never[])) ?? [];
    for (const [at, index] of places.entries()) people[index] = found[at] ?? [];
  }
  return people;
}

async function namesOf(ctx: ReadContext, found: readonly (readonly Found[])[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.flatMap((list) => list.slice(0, 4)).map(({ personId }) => personId))];
  const rows = await ctx.rows<{ id: string; name: string }>(
    sql`select id, name from person where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** 属地责任: whom the table of responsibilities names for the areas that are touched, the smallest first. */
async function responsibleFor(ctx: ReadContext, { areas, kind }: LinkageGround): Promise<Proposed[]> {
  const category = categoryOf(kind);
  const day = dayText(ctx.now);
  const rows = await ctx.rows<{
    unitId: string;
    postId: string | null;
    unit: string;
    post: string | null;
    area: string;
    category: string;
  }>(sql`
    select distinct on (r.unit_id, r.post_id) r.unit_id, r.post_id, u.short_name as unit, t.name as post,
      coalesce(x.name, r.area_code) as area, r.category
    from ${ctx.visible(responsibility, SIGNED_IN)} r join unit u on u.id = r.unit_id left join post t on t.id = r.post_id
      left join area x on x.code = r.area_code
    where exists (select 1 from unnest(${areas.map(({ code }) => code)}::text[]) as c(code) where starts_with(c.code, r.area_code))
      and r.category in ('general', ${category}) and r.retracted_at is null
      and r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)
    order by r.unit_id, r.post_id, r.category = 'general', length(r.area_code) desc limit 60`);
  return rows.map(({ unitId, postId, unit, post, area, category: named }) => ({
    source: 'responsible' as const,
    label: post ? `${unit}${post}` : unit,
    reason: `${area}「${labelOf(RESPONSIBILITY_CATEGORIES, named).zh}」责任单位`,
    isChosen: true,
    ...(postId ? { kind: 'post', input: { postId } } : { kind: 'unit_answers', input: { unitId } }),
  }));
}

/** 当班值守: the streets and communities that are touched, with whoever is on duty there now; and their grid workers. */
async function onDutyIn(ctx: ReadContext, { areas }: LinkageGround): Promise<Proposed[]> {
  const codes = areas.map(({ code }) => code);
  const units = await ctx.rows<{ id: string; name: string; kind: string; area: string; code: string }>(sql`
    select u.id, u.short_name as name, u.kind, x.name as area, x.code from unit u join area x on x.code = u.area_code
    where u.area_code = any(${codes}::text[]) and u.kind in ('street_office', 'community')
      and (u.valid_to is null or u.valid_to > ${ctx.now}::timestamptz) order by length(x.code), x.code`);
  return units.flatMap(({ id, name, kind, area, code }): Proposed[] => [
    {
      source: 'on_duty',
      label: name,
      reason: kind === 'community' ? `涉及社区（${area}）` : `涉及街道（${area}）`,
      kind: 'unit_answers',
      input: { unitId: id },
      isChosen: true,
    },
    ...(kind === 'community'
      ? [
          {
            source: 'grid' as const,
            label: `${name}网格员`,
            reason: `涉及社区（${area}）的网格力量`,
            kind: 'role_in_area',
            input: { role: 'grid_worker', areaCode: code },
            isChosen: true,
          },
        ]
      : []),
  ]);
}

/** 就近队伍 that stand by, the nearest first. */
async function teamsNear(ctx: ReadContext, { at }: LinkageGround): Promise<Proposed[]> {
  const { teamMetres, teams } = ctx.rules(LINKAGE_RULES).values;
  const layer = layersOf(ctx.catalogue).get('teams');
  if (!at || !layer || teams === 0 || !ctx.holds(layer.read)) return [];
  const near = await nearestOf(ctx, layer, at, { limit: teams, within: teamMetres, where: sql`r.state = 'active'` });
  return near.flatMap(({ title, unitId, metres }) =>
    unitId === null
      ? []
      : [
          {
            source: 'team' as const,
            label: title,
            reason: `待命，直线 ${(metres / 1000).toFixed(1)} 公里`,
            kind: 'unit_answers',
            input: { unitId },
            isChosen: true,
          },
        ],
  );
}

/** 应报到部门: who fights and rescues in such an incident by the table 测报防抗救建; those that only support are not ticked. */
async function departmentsFor(ctx: ReadContext, { kind }: LinkageGround): Promise<Proposed[]> {
  if (kind === null) return [];
  const rows = await ctx.rows<{ unitId: string; name: string; isLead: boolean }>(sql`
    select d.unit_id, u.short_name as name, bool_or(d.part = 'lead') as is_lead
    from ${ctx.visible(hazardDuty, SIGNED_IN)} d join unit u on u.id = d.unit_id
    where d.hazard = ${kind} and d.state = 'active' and d.phase in ('fight', 'rescue')
    group by d.unit_id, u.short_name, u.path order by is_lead desc, u.path limit 40`);
  return rows.map(({ unitId, name, isLead }) => ({
    source: 'department' as const,
    label: name,
    reason: `${labelOf(INCIDENT_KINDS, kind).zh}抗、救${isLead ? '牵头' : '配合'}单位`,
    kind: 'unit_answers',
    input: { unitId },
    isChosen: isLead,
  }));
}

/** From so many communities on, those who keep endpoints are proposed street by street. */
const MANY_COMMUNITIES = 20;

/**
 * 触达终端: whoever brings it to the residents of the ground – broadcasts it, shows it, sends it to the groups: those who keep them, as
 * far as they have an account here, else the people of the community. Keepers are ticked where ground was drawn: an incident's people
 * are not yet the public's.
 */
async function endpointsOf(ctx: ReadContext, { areas, matter }: LinkageGround): Promise<Proposed[]> {
  if (!ctx.holds(endpoints.read)) return [];
  const communities = areas.filter(({ kind }) => kind === 'community');
  const grounds = communities.length > MANY_COMMUNITIES ? areas.filter(({ kind }) => kind === 'street') : communities;
  const proposed: Proposed[] = [];
  for (const { code, name } of grounds) {
    const there = await endpointsCovering(ctx, { areaCode: code });
    const kept = there.filter(({ administratorId }) => administratorId !== null);
    if (kept.length > 0) {
      proposed.push({
        source: 'endpoint',
        label: `${name}触达终端管理员`,
        reason: `管理 ${kindsOf(kept)}${brokenOf(kept)}`,
        kind: 'endpoint_keeper',
        input: { areaCode: code },
        isChosen: matter === null,
      });
    }
    const others = there.filter(({ administratorId }) => administratorId === null);
    for (const [communityId, some] of Map.groupBy(others, (one) => one.communityId)) {
      proposed.push({
        source: 'endpoint',
        label: '社区触达终端',
        reason: `可用 ${kindsOf(some)} 播发${brokenOf(some)}`,
        kind: 'unit_answers',
        input: { unitId: communityId },
        isChosen: matter === null,
      });
    }
  }
  return proposed;
}

const kindsOf = (some: readonly CoveringEndpoint[]) =>
  [...Map.groupBy(some, (one) => one.endpointKind)]
    .map(([kind, same]) => `${labelOf(ENDPOINT_KINDS, kind).zh} ${same.length} 处`)
    .join('、');

/** How many of them no passed test speaks for. */
function brokenOf(some: readonly CoveringEndpoint[]): string {
  const broken = some.filter(({ isWorking }) => !isWorking).length;
  return broken > 0 ? `，其中 ${broken} 处无近期合格测试` : '';
}
