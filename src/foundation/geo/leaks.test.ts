import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { readTile, tilesOver } from '../../../tests/support/tile.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';
import { demoLogins } from '../../demo/start.ts';
import { rowsOf } from '../api/rows.ts';
import { grantsOf, type Hat, isWithin, type Stamp } from '../identity/define.ts';
import { snakeCase } from '../registers/index.ts';
import { type Layer, layersOf } from './layer.rules.ts';
import { lookAtLayers } from './layers/layer.permissions.ts';

/** One login per role. */
const USERNAMES = [...new Map(demoLogins(new Date()).map((login) => [login.role, login.username])).values()];
/** The tiles that hold every place of the fixture, gathered and whole. */
const TILES = [...tilesOver(116.05, 39.85, 116.3, 40.0, 9), ...tilesOver(116.05, 39.85, 116.3, 40.0, 12)];

/** The road graph itself is not counted around a place. */
const GRAPH = ['road-nodes', 'road-edges'];

/** Registers of different reach that the catalogue of the test has, too. */
const ENTERED = ['areas', 'experts', 'incidents', 'intake', 'orders'];

interface Placed {
  readonly id: string;
  readonly isShown: boolean;
  readonly stamp: Stamp;
}

inDistrict(
  'what stands on the map for whom',
  (district) => {
    const ofRegisters = () => [...layersOf(district().server.platform.catalogue).values()];
    /** Entries of the catalogue that draw a register as it is: they open nothing that it does not. */
    const entries: Layer[] = [];
    const layers = () => [...ofRegisters(), ...entries];
    const placed = new Map<string, Placed[]>();
    beforeAll(async () => {
      await walkOneIncident(district());
      const officer = await district().as('zhiban');
      for (const mark of ['drill', 'test'])
        await officer.does('intake.take', {
          sourceChannel: 'phone',
          kind: 'fire',
          knownAt: '2026-06-11T02:39:00Z',
          place: { lng: 116.2, lat: 39.92 },
          placeText: `演练地点 ${mark}`,
          text: '烟',
          mark,
        });
      await officer.does('experts.register', {
        name: '柳在册',
        fields: ['gas'],
        organisation: '检测中心（示例）',
        isOnCall: true,
        base: { lng: 116.21, lat: 39.91 },
        appointedOn: '2026-01-01',
        termEndsOn: '2028-12-31',
      });
      for (const layer of ofRegisters().filter(({ id }) => ENTERED.includes(id))) {
        const entry = { name: layer.id, folder: '全部', sourceKind: 'register', sourceLayer: layer.id };
        const { id } = await officer.does<{ id: string }>('catalogueLayers.register', entry);
        entries.push({ ...layer, id });
      }
      await district().settle();
      for (const layer of layers()) placed.set(layer.id, await recordsOf(layer));
    });

    async function recordsOf({ register, place, states }: Layer): Promise<Placed[]> {
      const rows = await district().server.platform.database.transact((tx) =>
        rowsOf<{ id: string; state: string } & Stamp>(
          tx,
          sql`select t.id, t.state, t.owner_unit_path, t.area_code, t.created_by,
            coalesce((select jsonb_agg(jsonb_build_object('unitPath', i.unit_path, 'personId', i.person_id))
              from involvement i where i.register = ${register.name} and i.record_id = t.id), '[]') as involved
            from ${sql.table(register.name)} t where ${sql.ref(`t.${snakeCase(place)}`)} is not null`,
        ),
      );
      return rows.map(({ id, state, ...stamp }) => ({ id, isShown: !states || states.includes(state), stamp }));
    }

    it('looks at registers of several kinds', () => {
      expect(layers().map(({ id }) => id)).toEqual(
        expect.arrayContaining(['areas', 'experts', 'incidents', 'intake', 'orders']),
      );
      for (const id of ['areas', 'experts', 'incidents', 'intake']) expect(placed.get(id)?.length).toBeGreaterThan(0);
    });

    it.each(USERNAMES)(
      '%s: tiles, tables, items, hits, box, single item and card are what the scope reaches',
      async (username) => {
        const person = await district().as(username);
        const { hats } = (await person.get('/api/session')).body as unknown as { hats: Hat[] };
        const wrong: string[] = [];
        const counted = new Map<string, number | undefined>();
        for (const layer of layers()) {
          const grants = grantsOf(layer.read, hats);
          const all = placed.get(layer.id) ?? [];
          const seen = all.filter(
            ({ stamp }) => layer.register.isPublicInside || isWithin(grants, person.personId, stamp),
          );
          const isEntered = entries.includes(layer);
          const mayLook = !isEntered || hats.some(({ role }) => role in lookAtLayers.granted);
          const mayRead = mayLook && (layer.register.isPublicInside || grants.length > 0);
          wrong.push(...(await throughTiles(person, layer, seen, mayRead)));
          wrong.push(...(await throughTable(person, layer, seen, mayRead)));
          wrong.push(...(await throughItems(person, layer, seen, all, mayRead)));
          if (!isEntered) counted.set(layer.id, mayRead ? seen.filter(({ isShown }) => isShown).length : undefined);
        }
        wrong.push(...(await throughSurroundings(person, counted)));
        expect(wrong).toEqual([]);
      },
    );

    it('keeps the mark of a drill on the map, and the words of callers off it', async () => {
      const officer = await district().as('zhiban');
      const marks = new Set<unknown>();
      for (const at of TILES.slice(-20)) {
        const { status, raw } = await officer.get(`/tiles/intake/${at.z}/${at.x}/${at.y}.mvt`);
        if (status !== 200) continue;
        expect(raw.toString('latin1')).not.toContain('10098765432');
        for (const { properties } of readTile(raw, at).intake ?? []) marks.add(properties.mark);
      }
      expect([...marks]).toEqual(expect.arrayContaining(['drill', 'test']));
      const { raw } = await officer.get('/ogc/collections/intake/items');
      for (const word of ['10098765432', '李先生', '气味很大']) expect(raw.toString('utf8')).not.toContain(word);
    });

    /** Everything of the fixture lies within thirty kilometres: what is counted is what is seen, and the rest is not named. */
    async function throughSurroundings(person: Person, counted: ReadonlyMap<string, number | undefined>) {
      const { layers: told } = await person.sees<{ layers: { layer: string; count: number }[] }>(
        'surroundings.around',
        {
          lng: 116.18,
          lat: 39.92,
          metres: 30_000,
        },
      );
      const counts = new Map(told.map(({ layer, count }) => [layer, count]));
      return [...counted].flatMap(([id, expected]) =>
        counts.get(id) === expected || GRAPH.includes(id) || !isMain(id)
          ? []
          : [`${id} around: ${counts.get(id)}, not ${expected}`],
      );
    }

    const isMain = (id: string) => ofRegisters().some((layer) => layer.id === id && layer.isMain);

    async function throughTiles(person: Person, { id }: Layer, seen: Placed[], mayRead: boolean): Promise<string[]> {
      const expected = seen.filter(({ isShown }) => isShown).map((one) => one.id);
      const met = new Set<string>();
      for (const at of TILES) {
        const { status, raw } = await person.get(`/tiles/${id}/${at.z}/${at.x}/${at.y}.mvt`);
        if (!mayRead) {
          if (status !== 404) return [`${id}: a tile answers ${status}`];
          return [];
        }
        if (status === 204) continue;
        if (status !== 200) return [`${id}: a tile answers ${status}`];
        for (const { properties } of readTile(raw, at)[id] ?? []) if (properties.id) met.add(String(properties.id));
      }
      return differences(`${id} tiles`, expected, [...met]);
    }

    /** The table tells what the tiles draw: all of it is counted, and as many are named as fit. */
    async function throughTable(person: Person, { id }: Layer, seen: Placed[], mayRead: boolean): Promise<string[]> {
      const asked = { layer: id, within: '115.5,39.5;117,39.5;117,40.5;115.5,40.5', limit: 500 };
      const { status, body } = await person.view('mapLayers.records', asked);
      if (!mayRead) return status === 404 ? [] : [`${id}: a table answers ${status}`];
      const { count, items } = body as unknown as { count: number; items: { id: string }[] };
      const expected = seen.filter(({ isShown }) => isShown).map((one) => one.id);
      const met = items.map((one) => one.id);
      const isCut = expected.length > 500;
      const wrong = differences(`${id} table`, isCut ? met.filter((one) => expected.includes(one)) : expected, met);
      return count === expected.length ? wrong : [...wrong, `${id} table: ${count} counted, ${expected.length} seen`];
    }

    async function throughItems(person: Person, { id }: Layer, seen: Placed[], all: Placed[], mayRead: boolean) {
      const at = `/ogc/collections/${id}`;
      const { status, body } = await items(person, `${at}/items?limit=10000`);
      if (!mayRead) return status === 404 ? [] : [`${id}: items answer ${status}`];
      const boxed = await items(person, `${at}/items?limit=10000&bbox=-180,-90,180,90`);
      const wrong = [
        ...differences(
          `${id} items`,
          seen.map((one) => one.id),
          body.features.map((one) => one.id),
        ),
        ...differences(
          `${id} box`,
          seen.map((one) => one.id),
          boxed.body.features.map((one) => one.id),
        ),
      ];
      if (body.numberMatched !== seen.length) wrong.push(`${id}: ${body.numberMatched} hits, ${seen.length} seen`);
      for (const one of [...seen.slice(0, 2), ...all.filter((other) => !seen.includes(other)).slice(0, 3)]) {
        const expected = seen.includes(one) ? 200 : 404;
        const answers = [
          (await person.get(`${at}/items/${one.id}`)).status,
          (await person.view('mapLayers.card', { id: one.id, layer: id })).status,
        ];
        if (answers.some((answer) => answer !== expected)) wrong.push(`${id}/${one.id}: ${answers}, not ${expected}`);
      }
      return wrong;
    }
  },
  ['server'],
);

async function items(person: Person, url: string) {
  const { status, raw } = await person.get(url);
  return { status, body: JSON.parse(raw.toString()) as { features: { id: string }[]; numberMatched: number } };
}

function differences(what: string, expected: readonly string[], met: readonly string[]): string[] {
  const missing = expected.filter((id) => !met.includes(id));
  const leaked = met.filter((id) => !expected.includes(id));
  return [...missing.map((id) => `${what}: ${id} is missing`), ...leaked.map((id) => `${what}: ${id} leaks`)];
}
