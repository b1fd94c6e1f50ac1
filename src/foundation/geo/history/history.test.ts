import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { readTile, type TileFeature, tilesOver } from '../../../../tests/support/tile.ts';
import { GAS_CALL } from '../../../../tests/support/walk.ts';
import { runView } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';

const EXPERT = {
  fields: ['gas'],
  organisation: '检测中心（示例）',
  phone: '10094990001',
  isOnCall: true,
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};
const HERE = { lng: 116.1881, lat: 39.9101 };
const THERE = { lng: 116.2281, lat: 39.9301 };
const WITHIN = { here: '116.1881,39.9101,300', there: '116.2281,39.9301,300' };
const HOUR = 3_600_000;
/** Longer, and who works here is asked who they are. */
const STEP = 4 * 60_000;

interface Table {
  readonly count: number;
  readonly items: readonly { id: string; title: string; state: { zh: string } }[];
  readonly listFilters: unknown;
}

inDistrict('the map at a moment', (district) => {
  let officer: Person;
  let id: string;
  let version: number;
  /** Before the record, with it, after its move, after its new name, after it was withdrawn. */
  const at: Date[] = [];
  const later = () => {
    const now = district().clock.now().getTime();
    at.push(new Date(now + STEP / 2));
    district().clock.set(new Date(now + STEP));
  };
  const correct = async (changes: object) => {
    ({ version } = await officer.does<{ version: number }>(
      'experts.correct',
      { id, ...changes, reason: '核对' },
      { version },
    ));
  };
  const table = (within: string, moment?: Date, who = officer) =>
    who.sees<Table>('mapLayers.records', {
      layer: 'experts',
      within,
      limit: 500,
      ...(moment ? { moment: moment.toISOString() } : {}),
    });
  const named = async (within: string, moment?: Date) =>
    (await table(within, moment)).items.filter((one) => one.id === id).map(({ title }) => title);
  const counted = async (moment?: Date) => {
    const input = { ids: 'experts', ...(moment ? { moment: moment.toISOString() } : {}) };
    return (await officer.sees<{ layers: { count: number }[] }>('mapLayers.list', input)).layers[0]?.count ?? 0;
  };
  const url = (place: { lng: number; lat: number }, moment?: Date, zoom = 14, layers = 'experts') => {
    const [tile] = tilesOver(place.lng, place.lat, place.lng, place.lat, zoom) as [{ z: number; x: number; y: number }];
    const query = moment ? `?moment=${moment.toISOString()}` : '';
    return { tile, url: `/tiles/${layers}/${tile.z}/${tile.x}/${tile.y}.mvt${query}` };
  };
  const drawn = async (place: { lng: number; lat: number }, moment?: Date, zoom = 14): Promise<TileFeature[]> => {
    const asked = url(place, moment, zoom);
    const { status, raw } = await officer.get(asked.url);
    return status === 204 ? [] : (readTile(raw, asked.tile).experts ?? []);
  };

  beforeAll(async () => {
    officer = await district().as('zhiban');
    later();
    ({ id, version } = await officer.does<{ id: string; version: number }>('experts.register', {
      ...EXPERT,
      name: '柳搬家',
      base: HERE,
    }));
    later();
    await correct({ base: THERE });
    // Of what the map does not tell nothing is kept.
    await correct({ phone: '10094990002' });
    later();
    await correct({ name: '柳新名' });
    later();
    await officer.does('experts.withdraw', { id, reason: '调离' }, { version });
    later();
    await district().settle();
  });

  it('shows a record where it was, under the name and in the state it had', async () => {
    const [before, first, moved, renamed, gone] = at as [Date, Date, Date, Date, Date];
    expect(await named(WITHIN.here, before)).toEqual([]);
    expect(await named(WITHIN.here, first)).toEqual(['柳搬家']);
    expect(await named(WITHIN.there, first)).toEqual([]);
    expect(await named(WITHIN.here, moved)).toEqual([]);
    expect(await named(WITHIN.there, moved)).toEqual(['柳搬家']);
    expect(await named(WITHIN.there, renamed)).toEqual(['柳新名']);
    expect(await named(WITHIN.there, gone)).toEqual([]);
    expect(await named(WITHIN.there)).toEqual([]);
    // The list of the register is that of now.
    expect((await table(WITHIN.there, moved)).listFilters).toBeNull();
  });

  it('keeps one row for each stretch, and nothing for what a map does not tell', async () => {
    const kept = (await runView(
      district().server.platform,
      {
        may: SIGNED_IN,
        run: (ctx) =>
          ctx.rows(sql`select state, said ->> 'name' as name from place_span where record_id = ${id} order by until`),
      },
      {},
      { isSystem: true, hats: [] } as unknown as Viewer,
    )) as object[];
    expect(kept).toEqual([
      { state: 'active', name: '柳搬家' },
      { state: 'active', name: '柳搬家' },
      { state: 'active', name: '柳新名' },
    ]);
  });

  it('counts, finds, draws and tells of it as it stood', async () => {
    const [before, first, moved, renamed] = at as [Date, Date, Date, Date];
    expect((await counted(first)) - (await counted(before))).toBe(1);
    expect((await counted(renamed)) - (await counted())).toBe(1);
    const titles = async (place: typeof HERE, moment: Date) =>
      (await drawn(place, moment))
        .filter(({ properties }) => properties.id === id)
        .map(({ properties }) => properties.title);
    expect(await titles(HERE, first)).toEqual(['柳搬家']);
    expect(await titles(THERE, first)).toEqual([]);
    expect(await titles(THERE, renamed)).toEqual(['柳新名']);
    const gathered = (features: TileFeature[]) =>
      features.reduce((sum, { properties }) => sum + Number(properties.count ?? 1), 0);
    expect(gathered(await drawn(HERE, first, 9)) - gathered(await drawn(HERE, before, 9))).toBe(1);
    const search = (moment: Date) =>
      officer.sees<{ found: { id: string }[] }>('mapLayers.search', { q: '柳新名', moment: moment.toISOString() });
    expect((await search(renamed)).found.map((one) => one.id)).toEqual([id]);
    expect((await search(moved)).found).toEqual([]);
    const card = await officer.sees<{ title: string; state: { zh: string } }>('mapLayers.card', {
      layer: 'experts',
      id,
      moment: moved.toISOString(),
    });
    expect([card.title, card.state.zh]).toEqual(['柳搬家', '在册']);
    expect((await officer.view('mapLayers.card', { layer: 'experts', id, moment: before.toISOString() })).status).toBe(
      404,
    );
  });

  it('tells how two moments differ, without a map', async () => {
    const [before, first, moved, renamed, gone] = at as [Date, Date, Date, Date, Date];
    interface Differences {
      came: number;
      went: number;
      changed: number;
      items: {
        id: string;
        kind: string;
        metres: number | null;
        fields: { from: { zh: string }; to: { zh: string } }[];
      }[];
    }
    const between = async (from: Date, until: Date, within?: string) => {
      const input = {
        layer: 'experts',
        from: from.toISOString(),
        until: until.toISOString(),
        ...(within ? { within } : {}),
      };
      const told = await officer.sees<Differences>('mapLayers.differences', input);
      return { ...told, own: told.items.find((one) => one.id === id) };
    };
    expect(await between(before, first)).toMatchObject({ came: 1, went: 0, changed: 0, own: { kind: 'came' } });
    const move = await between(first, moved);
    expect(move).toMatchObject({ came: 0, went: 0, changed: 1, own: { kind: 'changed', fields: [] } });
    expect(move.own?.metres).toBeGreaterThan(4000);
    expect(move.own?.metres).toBeLessThan(4200);
    const name = await between(moved, renamed);
    expect(name.own?.fields.map(({ from, to }) => [from.zh, to.zh])).toEqual([['柳搬家', '柳新名']]);
    expect(await between(renamed, gone)).toMatchObject({ came: 0, went: 1, changed: 0, own: { kind: 'went' } });
    // Ground narrows to what stood on it at one of both.
    expect((await between(first, moved, WITHIN.here)).changed).toBe(1);
    expect((await between(first, moved, '116.10,39.95,300')).changed).toBe(0);
    expect(
      (
        await officer.view('mapLayers.differences', {
          layer: 'no-such',
          from: before.toISOString(),
          until: gone.toISOString(),
        })
      ).status,
    ).toBe(404);
  });

  it('says when the first record began', async () => {
    const { first } = await officer.sees<{ first: string }>('mapLayers.times', { ids: 'experts' });
    expect(new Date(first).getTime()).toBeLessThan((at[0] as Date).getTime());
  });

  it('shows the past by the rights of now, and refuses what is no moment', async () => {
    const [, first] = at as [Date, Date];
    const administrator = await district().as('sysadmin');
    const asked = url(HERE, first).url;
    expect((await administrator.get(asked)).status).toBe(404);
    expect((await district().anybody().get(asked)).status).toBe(401);
    expect(
      (
        await administrator.view('mapLayers.records', {
          layer: 'experts',
          within: WITHIN.here,
          moment: first.toISOString(),
        })
      ).status,
    ).toBe(404);
    expect((await officer.get(asked.replace(/moment=.*/, 'moment=yesterday'))).status).toBe(404);
    expect((await officer.view('mapLayers.list', { ids: 'experts', moment: 'yesterday' })).status).toBe(400);
    // What is still to come is as now.
    const tomorrow = new Date(district().clock.now().getTime() + 24 * HOUR);
    expect((await table(WITHIN.here, tomorrow)).listFilters).not.toBeNull();
  });

  describe('what is dated back', () => {
    const intake = (moment: Date) =>
      officer
        .sees<{ layers: { count: number }[] }>('mapLayers.list', { ids: 'intake', moment: moment.toISOString() })
        .then(({ layers }) => layers[0]?.count);

    it('stands from the moment it is said to have happened, and only that makes a finished tile void', async () => {
      const [, , , renamed] = at as [Date, Date, Date, Date];
      const asked = url(GAS_CALL.place, renamed, 14, 'intake').url;
      const first = await officer.get(asked);
      const ask = () =>
        district().server.app.inject({
          url: asked,
          headers: { cookie: officer.cookie, 'if-none-match': first.headers.etag as string },
        });
      const before = await intake(renamed);
      const take = (knownAt: Date) =>
        officer.does<{ id: string }>('intake.take', {
          ...GAS_CALL,
          occurredAt: undefined,
          knownAt: knownAt.toISOString(),
        });
      await take(district().clock.now());
      await district().settle();
      expect((await ask()).statusCode).toBe(304);
      await take(new Date(renamed.getTime() - 60_000));
      await district().settle();
      expect(await intake(renamed)).toBe((before ?? 0) + 1);
      expect(await intake(new Date(renamed.getTime() - 120_000))).toBe(before);
      expect((await ask()).statusCode).toBe(200);
    });

    it('ends what it ended then, and what had begun after it was never so', async () => {
      const now = district().clock.now();
      const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR);
      const { platform } = district().server;
      const rows = await platform.database.transact(async (tx) => {
        const record = '0190a000-0000-7000-8000-000000000001';
        const [older, newer, fact] = [
          '0190a000-0000-7000-8000-00000000000a',
          '0190a000-0000-7000-8000-00000000000b',
          '0190a000-0000-7000-8000-00000000000c',
        ];
        for (const [since, until, by] of [
          [hoursAgo(9), hoursAgo(6), older],
          [hoursAgo(6), hoursAgo(1), newer],
          [hoursAgo(1), now, fact],
        ] as const)
          await sql`insert into place_span (register, record_id, field, since, until, ended_by, state, area_code, said)
            values ('expert', ${record}, 'base', ${since}, ${until}, ${by}, 'active', '110107', '{}')`.execute(tx);
        await sql`insert into fact (id, kind, v, register, subject_id, installation, command_id, happened_at, recorded_at, mark,
            concerns, involved, actor_id, payload, owner_unit_path, area_code, created_by)
          values (${fact}, 'expert.corrected', 1, 'expert', ${record}, 'here', ${fact}, ${hoursAgo(4)}, ${now}, 'real', '[]', '[]', ${officer.personId}, '{}', '/', '110107',
            ${officer.personId})`.execute(tx);
        const kept = await sql<{
          until: Date;
        }>`select until from place_span where record_id = ${record} order by until`.execute(tx);
        await sql`delete from place_span where record_id = ${record}`.execute(tx);
        return kept.rows;
      });
      expect(rows.map(({ until }) => new Date(until).getTime())).toEqual([
        hoursAgo(6).getTime(),
        hoursAgo(4).getTime(),
      ]);
    });
  });

  it('is rebuilt from facts for records from before, and says since when it is known', async () => {
    const platform = () => district().server.platform;
    await platform().database.transact(async (tx) => {
      // As if the register had not been followed when all that happened.
      await sql`delete from place_span where register = 'expert'`.execute(tx);
      await sql`delete from place_followed where register = 'expert'`.execute(tx);
    });
    await district().restart();
    await district().settle();
    const [before, first, moved, renamed, gone] = at as [Date, Date, Date, Date, Date];
    expect(await named(WITHIN.here, before)).toEqual([]);
    expect(await named(WITHIN.here, first)).toEqual(['柳搬家']);
    expect(await named(WITHIN.there, moved)).toEqual(['柳搬家']);
    expect(await named(WITHIN.there, renamed)).toEqual(['柳新名']);
    expect(await named(WITHIN.there, gone)).toEqual([]);
    const assumed = (moment: Date) =>
      officer
        .sees<{ assumed: { count: number }[] }>('mapLayers.times', { ids: 'experts', moment: moment.toISOString() })
        .then((told) => told.assumed);
    expect(await assumed(first)).toEqual([]);
    // A writing that no fact tells of: what was before it can only be assumed.
    await platform().database.transact(async (tx) => {
      await sql`update expert set version = version + 1 where id = ${id}`.execute(tx);
      await sql`delete from place_followed where register = 'expert'`.execute(tx);
    });
    await district().restart();
    await district().settle();
    expect(await assumed(first)).toMatchObject([{ id: 'experts', count: 1 }]);
  });
});
