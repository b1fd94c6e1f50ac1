import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { shelterRoom } from '../../preparedness/shelters/index.ts';
import { readStock } from '../../preparedness/stock/index.ts';
import { stockLot } from '../../preparedness/stock/stock-lot.register.ts';
import { teamReadiness } from '../../preparedness/teams/index.ts';
import type { Reason } from './support.rules.ts';
import type { SupportKind } from './support-request.register.ts';

export interface Needed {
  readonly speciality: string | null;
  readonly vehicleKind: string | null;
  readonly expertField: string | null;
  readonly supplyId: string | null;
  readonly quantity: number | null;
}

/** What is known of one resource beside where it stands. */
export interface Detail {
  readonly id: string;
  readonly isAvailable: boolean;
  readonly heldFor: string | null;
  readonly reasons: Reason[];
  readonly amount: number | null;
  readonly about: string | null;
  readonly turnoutMinutes: number;
}

interface Resource {
  /** The layer of the one map that it is found on, its column of the place and of its name. */
  readonly layer: string;
  readonly place: string;
  readonly title: string;
  /** Does `r` answer what is needed? */
  fit(needed: Needed): RawBuilder<unknown>;
  /** Others are of no use at all: a warehouse without the goods. */
  readonly isOnlyFit: boolean;
  details(ctx: ReadContext, ids: readonly string[], needed: Needed): Promise<Detail[]>;
}

const today = (ctx: ReadContext) => sql`(${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date`;
const fitReason = (isFit: boolean): Reason => (isFit ? 'fits' : 'unfit');
const USABLE = (ctx: ReadContext) =>
  sql`l.state = 'usable' and (l.expires_on is null or l.expires_on >= ${today(ctx)}) and l.quantity > l.reserved_quantity`;

/** One register a kind: how it fits, whether it can go now, what it lacks. */
export const RESOURCES: Readonly<Record<SupportKind, Resource>> = {
  team: {
    layer: 'teams',
    place: 'base',
    title: 'name',
    isOnlyFit: false,
    fit: ({ speciality }) => (speciality ? sql`r.specialities @> array[${speciality}]::text[]` : sql`true`),
    async details(ctx, ids, { speciality, quantity }) {
      const rows = await ctx.rows<{
        id: string;
        state: string;
        isFit: boolean;
        gaps: Reason[];
        strength: number;
        turnout: number | null;
        dispatchedFor: string | null;
        captain: string;
      }>(sql`
        select r.id, r.state, ${RESOURCES.team.fit({ speciality } as Needed)} as is_fit, ${teamReadiness(ctx).gaps} as gaps,
          ${teamReadiness(ctx).strength} as strength, r.turnout_time as turnout, r.dispatched_for, r.captain
        from team r where r.id = any(${[...ids]}::uuid[])`);
      return rows.map(({ id, state, isFit, gaps, strength, turnout, dispatchedFor, captain }) => ({
        id,
        isAvailable: state === 'active',
        heldFor: state === 'active' ? null : dispatchedFor,
        reasons: [
          fitReason(isFit),
          ...gaps,
          ...(quantity !== null && strength < quantity && !gaps.includes('people') ? ['people' as const] : []),
        ],
        amount: strength,
        about: captain,
        turnoutMinutes: turnout ?? 0,
      }));
    },
  },
  vehicle: {
    layer: 'vehicles',
    place: 'base',
    title: 'plate',
    isOnlyFit: false,
    fit: ({ vehicleKind }) => (vehicleKind ? sql`r.vehicle_kind = ${vehicleKind}` : sql`true`),
    async details(ctx, ids, { vehicleKind, quantity }) {
      const rows = await ctx.rows<{
        id: string;
        state: string;
        isFit: boolean;
        seats: number | null;
        model: string | null;
        outFor: string | null;
        isUninsured: boolean;
        isUninspected: boolean;
      }>(sql`
        select r.id, r.state, ${RESOURCES.vehicle.fit({ vehicleKind } as Needed)} as is_fit, r.seats, r.model, r.out_for,
          coalesce(r.insured_to < ${today(ctx)}, false) as is_uninsured,
          coalesce(r.inspected_to < ${today(ctx)}, false) as is_uninspected
        from vehicle r where r.id = any(${[...ids]}::uuid[])`);
      return rows.map(({ id, state, isFit, seats, model, outFor, isUninsured, isUninspected }) => ({
        id,
        isAvailable: state === 'active',
        heldFor: state === 'active' ? null : outFor,
        reasons: [
          fitReason(isFit),
          ...(isUninsured ? ['insurance' as const] : []),
          ...(isUninspected ? ['inspection' as const] : []),
          ...(quantity !== null && seats !== null && seats < quantity ? ['partial' as const] : []),
        ],
        amount: seats,
        about: model,
        turnoutMinutes: 0,
      }));
    },
  },
  goods: {
    layer: 'warehouses',
    place: 'place',
    title: 'name',
    isOnlyFit: true,
    fit: ({ supplyId }) => sql`exists (select 1 from stock_lot l where l.warehouse_id = r.id
      and l.supply_id = ${supplyId}::uuid and l.state = 'usable' and l.quantity > l.reserved_quantity)`,
    async details(ctx, ids, { supplyId, quantity }) {
      const rows = await ctx.rows<{ id: string; available: number; about: string | null }>(sql`
        select l.warehouse_id as id, sum(l.quantity - l.reserved_quantity)::float8 as available,
          (select concat_ws(' ', s.name, s.spec) from supply s where s.id = ${supplyId}::uuid) as about
        from ${ctx.visible(stockLot, readStock)} l
        where l.warehouse_id = any(${[...ids]}::uuid[]) and l.supply_id = ${supplyId}::uuid and ${USABLE(ctx)}
        group by l.warehouse_id`);
      return rows.map(({ id, available, about }) => ({
        id,
        isAvailable: true,
        heldFor: null,
        reasons: ['fits' as const, ...(quantity !== null && available < quantity ? ['partial' as const] : [])],
        amount: available,
        about,
        turnoutMinutes: 0,
      }));
    },
  },
  shelter: {
    layer: 'shelters',
    place: 'entrance',
    title: 'name',
    isOnlyFit: true,
    fit: () => sql`true`,
    async details(ctx, ids, { quantity }) {
      const rows = await ctx.rows<{ id: string; state: string; vacancy: number; address: string }>(sql`
        select r.id, r.state, ${shelterRoom(ctx).vacancy} as vacancy, r.address
        from shelter r where r.id = any(${[...ids]}::uuid[])`);
      return rows.map(({ id, state, vacancy, address }) => ({
        id,
        isAvailable: state !== 'closing' && vacancy > 0,
        heldFor: null,
        reasons: ['fits' as const, ...(vacancy < (quantity ?? 1) ? ['no_room' as const] : [])],
        amount: vacancy,
        about: address,
        turnoutMinutes: 0,
      }));
    },
  },
  expert: {
    layer: 'experts',
    place: 'base',
    title: 'name',
    isOnlyFit: false,
    fit: ({ expertField }) => (expertField ? sql`r.fields @> array[${expertField}]::text[]` : sql`true`),
    async details(ctx, ids, { expertField }) {
      const rows = await ctx.rows<{
        id: string;
        state: string;
        isFit: boolean;
        hasLogin: boolean;
        isOver: boolean;
        organisation: string;
      }>(sql`
        select r.id, r.state, ${RESOURCES.expert.fit({ expertField } as Needed)} as is_fit,
          r.person_id is not null as has_login, r.term_ends_on < ${today(ctx)} as is_over, r.organisation
        from expert r where r.id = any(${[...ids]}::uuid[])`);
      return rows.map(({ id, state, isFit, hasLogin, isOver, organisation }) => ({
        id,
        isAvailable: state === 'active',
        heldFor: null,
        reasons: [
          fitReason(isFit),
          ...(isOver ? ['term_ended' as const] : []),
          ...(hasLogin ? [] : ['no_login' as const]),
        ],
        amount: null,
        about: organisation,
        turnoutMinutes: 0,
      }));
    },
  },
};
