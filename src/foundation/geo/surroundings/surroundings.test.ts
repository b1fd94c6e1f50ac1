import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { walkOneIncident } from '../../../../tests/support/walk.ts';
import { cornersText } from '../../../kernel/within.ts';
import { bufferOf, lengthOf } from '../measure.rules.ts';
import type { Surroundings } from './around.ts';

const HERE = { lng: 116.19, lat: 39.91 };
/** Nobody's roads reach there, and nothing of the demo lies near. */
const FAR = { lng: 100, lat: 30 };

inDistrict('what lies around', (district) => {
  let officer: Person;
  let incidentId: string;
  let onRoad: { lng: number; lat: number };
  beforeAll(async () => {
    ({ incidentId } = await walkOneIncident(district()));
    officer = await district().as('zhiban');
    const { items } = await officer.sees<{ items: { at: { lng: number; lat: number } }[] }>('roadNodes.list', {});
    onRoad = items[0]?.at ?? HERE;
  });
  const around = (asked: object, who = officer) => who.sees<Surroundings>('surroundings.around', asked);
  const expert = (name: string, base: { lng: number; lat: number }) =>
    officer.does('experts.register', {
      name,
      fields: ['gas'],
      organisation: '检测中心（示例）',
      isOnCall: true,
      base,
      appointedOn: '2026-01-01',
      termEndsOn: '2028-12-31',
    });
  const countOf = ({ layers }: Surroundings, id: string) => layers.find(({ layer }) => layer === id)?.count;

  it('counts by metres on the spheroid, not by degrees', async () => {
    // Four that lie 997 m and 1,003 m away, to the north and the east.
    for (const metres of [997, 1003]) {
      const ring = bufferOf(FAR, metres, 4);
      for (const [lng, lat] of ring.slice(0, 2)) {
        expect(lengthOf([FAR, { lng, lat }])).toBeCloseTo(metres, 3);
        await expert(`周边在册${metres}`, { lng, lat });
      }
    }
    const asked = { ...FAR, metres: 1000, layers: 'experts' };
    expect(countOf(await around(asked), 'experts')).toBe(2);
    expect(countOf(await around({ ...asked, metres: 1010 }), 'experts')).toBe(4);
    const { items } = await officer.sees<{ items: { metres: number }[] }>('surroundings.records', {
      ...FAR,
      metres: 1000,
      layer: 'experts',
    });
    expect(items.map(({ metres }) => Math.round(metres))).toEqual([997, 997]);
    const corners = bufferOf(FAR, 1500, 8)
      .slice(0, -1)
      .map(([lng, lat]) => ({ lng, lat }));
    const drawn = await around({ area: cornersText(corners), layers: 'experts' });
    expect(countOf(drawn, 'experts')).toBe(4);
    expect(drawn.reach.metres).toBe(0);
    expect(drawn.origin.areaName).toBe('');
    expect((await around({ ...HERE, layers: 'areas' })).origin.areaName).toMatch(/^.+街道.+社区$/);
  });

  it('counts people by each source, and who needs help first', async () => {
    const { people } = await around({ ...HERE, metres: 3000 });
    const [residents, households, grids] = people;
    expect(people.map(({ layer }) => layer)).toEqual(['residents', 'households', 'grids', 'protected-targets']);
    expect(residents?.people).toBeGreaterThan(0);
    expect(residents?.vulnerable).toBeLessThanOrEqual(residents?.people ?? 0);
    expect(households?.vulnerable).toBeNull();
    expect(grids).toMatchObject({ isByGround: true });
    const wider = await around({ ...HERE, metres: 6000 });
    expect(wider.people[2]?.people).toBeGreaterThan(grids?.people ?? 0);
  });

  it('follows the roads in minutes, less far than a circle; without roads it says so and goes straight', async () => {
    const { reach, nearest, rules } = await around({ ...onRoad, minutes: 4, layers: 'areas' });
    const crow = Math.PI * ((4 * rules.speed * 1000) / 60 + rules.sideMetres) ** 2;
    expect(reach).toMatchObject({ way: 'roads', minutes: 4, metres: null });
    expect(reach.squareMetres).toBeGreaterThan(100_000);
    expect(reach.squareMetres).toBeLessThan(crow);
    for (const { items } of nearest)
      for (const one of items) {
        expect(one.wayMetres).toBeGreaterThanOrEqual(one.metres * 0.99);
        expect(one.minutes).toBeCloseTo((one.wayMetres * 60) / (rules.speed * 1000), 6);
      }
    expect(nearest.map(({ label }) => label.zh)).toEqual(['应急队伍', '储备库', '避难场所', '医院', '视频点位']);
    expect(nearest.some(({ items }) => items.some(({ isByRoad }) => isByRoad))).toBe(true);
    const straight = await around({ ...FAR, minutes: 6, layers: 'experts' });
    const radius = (6 * rules.speed * 1000) / 60 / rules.detour;
    expect(straight.reach.way).toBe('far_from_roads');
    expect(straight.reach.squareMetres / (Math.PI * radius ** 2)).toBeCloseTo(1, 2);
    expect(countOf(straight, 'experts')).toBe(4);
  });

  it('knows at once that a road was closed', async () => {
    const before = await around({ ...onRoad, minutes: 4, layers: 'areas' });
    type Edge = { id: string; version: number; isClosed: boolean };
    const { items } = await officer.sees<{ items: Edge[] }>('roadEdges.list', { limit: 5000 });
    const change = async (isClosed: boolean) => {
      for (const { id } of items.slice(0, 30)) {
        const { values, version } = await officer.sees<{ values: object; version: number }>('roadEdges.record', { id });
        await officer.does('roadEdges.correct', { id, ...values, isClosed, reason: '封路' }, { version });
      }
    };
    await change(true);
    const closed = await around({ ...onRoad, minutes: 4, layers: 'areas' });
    expect(closed.reach.squareMetres).not.toBeCloseTo(before.reach.squareMetres, 0);
    await change(false);
    const open = await around({ ...onRoad, minutes: 4, layers: 'areas' });
    expect(open.reach.squareMetres).toBeCloseTo(before.reach.squareMetres, 0);
  });

  it('tells nobody of what they may not see: no count, no name, no people', async () => {
    const captain = await district().as('qiangxian');
    const mine = await around({ ...HERE, metres: 5000 }, captain);
    const all = await around({ ...HERE, metres: 5000 });
    for (const hidden of ['residents', 'households', 'experts', 'protected-targets']) {
      expect(countOf(mine, hidden)).toBeUndefined();
      expect(countOf(all, hidden)).toBeDefined();
    }
    expect(mine.people).toEqual([]);
    expect(mine.nearest.map(({ layer }) => layer)).not.toContain('cameras');
    expect((await captain.view('surroundings.around', { ...HERE, layers: 'residents' })).status).toBe(404);
    expect((await captain.view('surroundings.records', { ...HERE, layer: 'residents' })).status).toBe(404);
    const street = await around({ ...HERE, metres: 5000 }, await district().as('gucheng'));
    expect(countOf(street, 'residents')).toBeLessThan(countOf(all, 'residents') ?? 0);
    const noRecord = { register: 'resident', recordId: crypto.randomUUID(), metres: 500 };
    expect((await captain.view('surroundings.around', noRecord)).status).toBe(404);
    expect((await officer.view('surroundings.around', noRecord)).status).toBe(404);
  });

  it('refuses what says no place, and an outline that crosses itself', async () => {
    const refused = async (asked: object) => (await officer.view<{ field: string }>('surroundings.around', asked)).body;
    expect(await refused({ lng: 116 })).toMatchObject({ field: 'lat' });
    expect(await refused({ area: '116,39;117,40;117,39;116,40' })).toMatchObject({ field: 'area' });
    expect(await refused({ ...HERE, metres: 40_000 })).toMatchObject({ field: 'metres' });
  });

  it('is kept on an incident: on its timeline, as a paper, and never for those who only have a part in it', async () => {
    const subject = { register: 'incident', id: incidentId };
    const asked = { register: 'incident', recordId: incidentId, metres: 800 };
    const kept = await officer.does<{ id: string; number: string }>('surroundings.keep', {
      ...asked,
      subject,
      note: '先疏散下风向居民',
    });
    expect(kept.number).toMatch(/^周〔2026〕1号$/);
    const { items } = await officer.sees<{ items: { id: string; title: string }[] }>('surroundings.ofSubject', {
      subject,
    });
    expect(items[0]).toMatchObject({ id: kept.id, title: expect.stringContaining('800 m 以内') });
    const told = await officer.sees<{ result: Surroundings }>('surroundings.record', { id: kept.id });
    expect(told.result.layers).toEqual((await around(asked)).layers);
    const story = JSON.stringify(await officer.sees('timeline.of', { register: 'incident', recordId: incidentId }));
    expect(story).toContain('surroundings.kept');
    for (const url of [
      `/api/surroundings/${kept.id}/paper?format=pdf`,
      `/api/surroundings/paper?lng=116.19&lat=39.91&metres=500&format=docx`,
    ]) {
      const { status, raw } = await officer.get(url);
      expect(status).toBe(200);
      expect(raw.subarray(0, 4).toString('latin1')).toBe(url.includes('pdf') ? '%PDF' : 'PK\u0003\u0004');
    }
    const involved = await district().as('ranqi');
    expect((await involved.view('surroundings.record', { id: kept.id })).status).toBe(403);
    expect((await involved.get(`/api/surroundings/${kept.id}/paper`)).status).toBe(403);
    const noIncident = { ...asked, subject: { register: 'incident', id: crypto.randomUUID() } };
    expect((await officer.command('surroundings.keep', noIncident)).status).toBe(404);
  });
});
