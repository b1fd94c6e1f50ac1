import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

const ADDRESS = { address: '10.1.0.9' };
type Keyed = { key?: string; errors?: { field: string }[] };

inDistrict('the wall', (district) => {
  let wall = { id: '' };
  let wallPerson = '';
  const issue = async (opens = `/wall/${wall.id}`, personId = wallPerson) =>
    (await district().as('zhiban')).post('/api/wall-codes/issue', { personId, opens });
  const enter = (code: string, remoteAddress = ADDRESS.address) =>
    district().server.app.inject({ method: 'POST', url: '/api/session/wall', payload: { code }, remoteAddress });
  const ask = (cookie: string, url: string) => district().server.app.inject({ url, headers: { cookie } });
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie']).split(';')[0] ?? '';

  it('is registered by the duty officer with an account that does nothing else', async () => {
    const officer = await district().as('zhiban');
    wallPerson = (await district().as('daping')).personId;
    const given = { name: '指挥大厅', look: 'night', language: 'zh' };
    const refused = await officer.command('wallDisplays.register', { ...given, accountPersonId: officer.personId });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('accountPersonId')]);
    wall = await officer.does('wallDisplays.register', { ...given, accountPersonId: wallPerson });
  });

  it('shows views in their turn, and only layers that a wall may show', async () => {
    const officer = await district().as('zhiban');
    const scene = (turn: number, title: string, more: object) =>
      officer.command('wallScenes.register', { displayId: wall.id, turn, title, seconds: 20, ...more });
    expect(
      (await scene(2, '防汛', { sceneKind: 'map', mapAddress: '/map?on=reservoirs&at=116.2,39.9,12' })).status,
    ).toBe(200);
    expect((await scene(1, '态势', { sceneKind: 'situation' })).status).toBe(200);
    const hidden = await scene(3, '居民', { sceneKind: 'map', mapAddress: '/map?on=reservoirs,residents' });
    expect(hidden.status).toBe(400);
    expect(JSON.stringify(hidden.body)).toMatch(/大屏不能显示的图层：常住居民|大屏不能显示的图层：/);
    expect(JSON.stringify(hidden.body)).not.toContain('水库');
    expect((await scene(3, '别处', { sceneKind: 'map', mapAddress: '/incidents' })).status).toBe(400);
    expect((await scene(3, '多余', { sceneKind: 'situation', mapAddress: '/map?on=reservoirs' })).status).toBe(400);
    const shown = await (await district().as('daping')).sees<{ scenes: { title: string }[] }>(
      'wallDisplays.programme',
      {
        id: wall.id,
      },
    );
    expect(shown.scenes.map(({ title }) => title)).toEqual(['态势', '防汛']);
  });

  it('is opened by a code once, for a session of 30 days that reads and does nothing', async () => {
    const { code, opens } = (await issue()).body as { code: string; opens: string };
    expect(opens).toBe(`/wall/${wall.id}`);
    const [one, other] = await Promise.all([enter(code.toLowerCase()), enter(code.replace('-', ' '))]);
    expect([one.statusCode, other.statusCode].sort()).toEqual([200, 401]);
    const taken = one.statusCode === 200 ? one : other;
    expect(String(taken.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    expect(String(taken.headers['set-cookie'])).toContain(`Max-Age=${30 * 86_400}`);
    const cookie = cookieOf(taken);
    expect((await ask(cookie, `/api/wall-displays/programme/${wall.id}`)).statusCode).not.toBe(401);
    expect((await ask(cookie, '/api/command/situation')).statusCode).toBe(200);
    const write = await district().server.app.inject({
      ...{ method: 'POST', url: '/api/intake/take', headers: { cookie, host: 'localhost' }, payload: {} },
    });
    expect(write.statusCode).toBe(403);
  });

  it('is opened by no code that is old, replaced, guessed or for somebody who works', async () => {
    const first = ((await issue()).body as { code: string }).code;
    const second = ((await issue()).body as { code: string }).code;
    expect((await enter(first)).statusCode).toBe(401);
    district().clock.advance(11 * 60_000);
    expect((await enter(second)).statusCode).toBe(401);
    const officer = await district().as('zhiban');
    expect((await issue(undefined, officer.personId)).status).toBe(400);
    expect((await issue('/accounts')).status).toBe(400);
    const street = await district().as('gucheng-zhuren');
    const refused = await street.post('/api/wall-codes/issue', { personId: wallPerson, opens: `/wall/${wall.id}` });
    expect(refused.status).toBe(403);
    for (let turn = 0; turn < 5; turn += 1) await enter('AAAA-AAAA', '10.1.0.66');
    const closed = await enter('AAAA-AAAA', '10.1.0.66');
    expect([closed.statusCode, (closed.json() as Keyed).key]).toEqual([429, 'session.throttled']);
    const { code } = (await issue()).body as { code: string };
    expect((await enter(code, '10.1.0.66')).statusCode).toBe(429);
    expect((await enter(code)).statusCode).toBe(200);
  });

  it('is switched off from the duty desk', async () => {
    const { code } = (await issue()).body as { code: string };
    const cookie = cookieOf(await enter(code, '10.1.0.77'));
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<{ items: { id: string; address: string }[] }>('wallSessions.ofWall', {
      personId: wallPerson,
    });
    const own = items.find(({ address }) => address === '10.1.0.77');
    await officer.does('wallSessions.end', { id: own?.id ?? '' });
    expect((await ask(cookie, '/api/command/situation')).statusCode).toBe(401);
    // Whoever opens walls ends nobody's work.
    const mine = await officer.sees<{ items: { id: string }[] }>('sessions.mine');
    expect((await officer.command('wallSessions.end', { id: mine.items[0]?.id ?? '' })).status).toBe(404);
    expect(await officer.sees('wallSessions.ofWall', { personId: officer.personId })).toEqual({ items: [] });
  });

  it('stays open for a day on which nobody touches it, and over a restart', async () => {
    const { code } = (await issue()).body as { code: string };
    const cookie = cookieOf(await enter(code));
    // A day on which nobody touches it locks nothing.
    district().clock.advance(20 * 3_600_000);
    expect((await ask(cookie, '/api/session')).json()).toMatchObject({ isLocked: false });
    await district().restart();
    expect((await ask(cookie, '/api/command/situation')).statusCode).toBe(200);
  });
});
