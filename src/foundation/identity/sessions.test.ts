import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { cookieOf, type House, keyOf, openHouse, PASSWORD, SECRET } from './identity.fixture.ts';
import { codeAt } from './second-factor.ts';

onEachDatabase('sessions', (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(await open());
    await house.join('wang', ['duty_officer']);
    await house.join('sun', ['street_officer']);
    await house.join('screen', ['wall']);
    await house.join('an', ['security_administrator'], { secondFactorSecret: SECRET });
  });
  afterAll(() => house.stop());
  const minutes = (count: number) => house.clock.advance(count * 60_000);
  const wang = async () => cookieOf(await house.signIn('wang', PASSWORD));
  const an = async () => {
    minutes(1);
    return cookieOf(await house.signIn('an', PASSWORD, { code: codeAt(SECRET, house.clock.now()) }));
  };
  type Items = { items: { id: string; isCurrent: boolean; address: string }[] };
  const mine = async (cookie: string) => ((await house.get('/api/sessions/mine', cookie)).json() as Items).items;

  it('end where they are signed out, and the token is worth nothing afterwards', async () => {
    const cookie = await wang();
    const out = await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^fengsui_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(keyOf(await house.get('/api/sessions/mine', cookie))).toBe('session.missing');
    expect((await house.app.inject({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204);
  });

  it('are seen by their owner and ended from another browser at once', async () => {
    const [here, there] = [await wang(), await wang()];
    const listed = await mine(here);
    const other = listed.find((one) => !one.isCurrent && one.address === '10.0.0.1');
    expect(listed.filter((one) => one.isCurrent)).toHaveLength(1);
    expect((await house.get('/api/session', there)).statusCode).toBe(200);
    for (const one of listed.filter((each) => !each.isCurrent)) {
      expect((await house.post(`/api/sessions/${one.id}/end`, here)).statusCode).toBe(200);
    }
    expect(keyOf(await house.get('/api/sessions/mine', there))).toBe('session.missing');
    expect((await house.get('/api/session', here)).statusCode).toBe(200);
    expect(keyOf(await house.post(`/api/sessions/${other?.id}/end`, here))).toBe('record.unknown');
  });

  it('of the wall show and do nothing, not even what everybody may do', async () => {
    const [wall, other] = [
      cookieOf(await house.signIn('screen', PASSWORD)),
      cookieOf(await house.signIn('screen', PASSWORD)),
    ];
    const [session] = (await mine(wall)).filter(({ isCurrent }) => !isCurrent);
    const refused = await house.post(`/api/sessions/${session?.id}/end`, wall);
    expect([refused.statusCode, keyOf(refused)]).toEqual([403, 'session.reads_only']);
    expect((await house.get('/api/session', other)).statusCode).toBe(200);
    const out = await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: wall } });
    expect(out.statusCode).toBe(204);
  });

  it('of others are hidden from colleagues and ended by the security administrator', async () => {
    const theirs = cookieOf(await house.signIn('sun', PASSWORD));
    const [session] = await mine(theirs);
    expect(keyOf(await house.post(`/api/sessions/${session?.id}/end`, await wang()))).toBe('record.unknown');
    const { accountId } = await house.join('lost-phone', ['team_leader']);
    const guard = await an();
    const url = `/api/sessions/of-account?accountId=${accountId}`;
    expect(keyOf(await house.get(url, theirs))).toBe('permission.missing');
    expect((await house.get(url, guard)).json()).toEqual({ items: [] });
    const phone = cookieOf(await house.signIn('lost-phone', PASSWORD));
    const [found] = ((await house.get(url, guard)).json() as Items).items;
    expect((await house.post(`/api/sessions/${found?.id}/end`, guard)).statusCode).toBe(200);
    expect((await house.get('/api/session', phone)).statusCode).toBe(401);
  });

  it('end on every replica within a moment', async () => {
    const cookie = await wang();
    expect((await house.get('/api/session', cookie)).statusCode).toBe(200);
    // Another replica ends it: this one hears no more than the message.
    const { database } = house.platform;
    await sql`update session set ended_at = ${house.clock.now()} where ended_at is null`.execute(database.kysely);
    await database.notify('fengsui_session', '');
    const status = async () => (await house.get('/api/session', cookie)).statusCode;
    await expect.poll(status, { timeout: 1000, interval: 10 }).toBe(401);
  });

  it('end with the account, and with their own time', async () => {
    const { accountId } = await house.join('leaver', ['team_leader']);
    const cookie = cookieOf(await house.signIn('leaver', PASSWORD));
    const guard = await an();
    expect((await house.post(`/api/accounts/${accountId}/suspend`, guard, { reason: '离任' })).statusCode).toBe(200);
    expect((await house.get('/api/session', cookie)).statusCode).toBe(401);
    expect((await house.post(`/api/accounts/${accountId}/restore`, guard, { reason: '返岗' })).statusCode).toBe(200);
    // An ended session stays ended.
    expect((await house.get('/api/session', cookie)).statusCode).toBe(401);
    expect((await house.signIn('leaver', PASSWORD)).statusCode).toBe(200);

    const long = await wang();
    minutes(25 * 60);
    expect((await house.get('/api/session', long)).statusCode).toBe(200);
    minutes(2 * 60);
    expect((await house.get('/api/session', long)).statusCode).toBe(401);
  });

  it('lose the rights of a hat at the instant it ends, by its date and by command', async () => {
    const { hats } = await house.join('deputy', ['duty_officer', 'street_officer']);
    const cookie = cookieOf(await house.signIn('deputy', PASSWORD));
    const roles = async () =>
      ((await house.get('/api/session', cookie)).json() as { hats: { role: string }[] }).hats
        .map((hat) => hat.role)
        .sort();
    expect(await roles()).toEqual(['duty_officer', 'street_officer']);
    const until = new Date(house.clock.now().getTime() + 600_000).toISOString();
    await house.run('appointments.end', { id: hats[0], at: until });
    expect(await roles()).toEqual(['duty_officer', 'street_officer']);
    house.clock.advance(599_999);
    expect(await roles()).toEqual(['duty_officer', 'street_officer']);
    house.clock.advance(1);
    // The date was changed by a command: on a server the message about it takes a moment.
    await expect.poll(roles, { timeout: 1000, interval: 10 }).toEqual(['street_officer']);
    await house.run('appointments.end', { id: hats[1] });
    await expect.poll(roles, { timeout: 1000, interval: 10 }).toEqual([]);
    expect((await house.get('/api/session', cookie)).json()).toMatchObject({ permissions: [] });
  });

  it('act with the hat that was chosen and with no other', async () => {
    const { hats, accountId } = await house.join('two-hats', ['team_leader', 'duty_officer']);
    const cookie = cookieOf(await house.signIn('two-hats', PASSWORD));
    const write = (hat: string) => house.post('/api/sessions/mine-not-there', cookie, {}, { 'fengsui-hat': hat });
    expect((await write(hats[1] ?? '')).statusCode).toBe(404);
    const [session] = await mine(cookie);
    const stranger = (await house.join('stranger', ['team_leader'])).hats[0] ?? '';
    const end = (hat: string) => house.post(`/api/sessions/${session?.id}/end`, cookie, {}, { 'fengsui-hat': hat });
    expect(keyOf(await end(stranger))).toBe('session.hat_unknown');
    expect(keyOf(await end('not-even-an-id'))).toBe('session.hat_unknown');
    // Reading uses all hats: a stale choice does not darken the screen.
    expect((await house.get('/api/session', cookie, { 'fengsui-hat': stranger })).statusCode).toBe(200);
    expect((await end(hats[1] ?? '')).statusCode).toBe(200);
    const { rows } = await sql<{ hat_id: string }>`select hat_id from fact where kind = 'session.ended'
      and subject_id = ${accountId}`.execute(house.platform.database.kysely);
    expect(rows).toEqual([{ hat_id: hats[1] }]);
  });

  it('lock when idle: screens stay readable, commands ask who is there', async () => {
    const cookie = await wang();
    const other = await wang();
    const [session] = (await mine(cookie)).filter((one) => !one.isCurrent);
    const act = () => house.post(`/api/sessions/${session?.id}/end`, cookie);
    minutes(29);
    // Screens that refresh by themselves are no activity.
    expect((await house.get('/api/session', cookie)).json()).toMatchObject({ isLocked: false });
    minutes(1);
    expect((await house.get('/api/session', cookie)).json()).toMatchObject({ isLocked: true });
    expect((await house.get('/api/sessions/mine', cookie)).statusCode).toBe(200);
    expect([(await act()).statusCode, keyOf(await act())]).toEqual([423, 'session.locked']);
    // Nor does a passer-by enrol an authenticator of their own and unlock with that.
    expect(keyOf(await house.post('/api/accounts/enrol-second-factor', cookie))).toBe('session.locked');
    // Saying that somebody is there does not open what is locked.
    await house.get('/api/session', cookie, { 'fengsui-active': '1' });
    expect(keyOf(await act())).toBe('session.locked');

    expect(keyOf(await house.post('/api/session/unlock', cookie, { password: 'Wrong-horse-8' }))).toBe(
      'session.refused',
    );
    expect(keyOf(await house.post('/api/session/unlock', cookie, {}))).toBe('session.refused');
    expect(keyOf(await act())).toBe('session.locked');
    expect((await house.post('/api/session/unlock', cookie, { password: PASSWORD })).json()).toMatchObject({
      isLocked: false,
    });
    expect((await act()).statusCode).toBe(200);
    expect((await house.get('/api/session', other)).statusCode).toBe(401);
  });

  it('stay open while a person is at work, and lock an administrator after a quarter of an hour', async () => {
    const cookie = await wang();
    const guard = await an();
    minutes(14);
    await house.get('/api/session', cookie, { 'fengsui-active': '1' });
    expect((await house.get('/api/session', guard)).json()).toMatchObject({ isLocked: false });
    minutes(2);
    expect((await house.get('/api/session', guard)).json()).toMatchObject({ isLocked: true });
    minutes(20);
    expect((await house.get('/api/session', cookie)).json()).toMatchObject({ isLocked: false });
    const code = codeAt(SECRET, house.clock.now());
    expect((await house.post('/api/session/unlock', guard, { code })).json()).toMatchObject({ isLocked: false });
    expect(keyOf(await house.post('/api/session/unlock', guard, { code }))).toBe('session.code_wrong');
  });

  it('leave sign-in, sign-out and refusal on the record', async () => {
    const { accountId } = await house.join('recorded', ['team_leader']);
    await house.signIn('recorded', 'Wrong-horse-8');
    const cookie = cookieOf(await house.signIn('recorded', PASSWORD));
    await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    const { rows } = await sql<{ kind: string; actor: string }>`select f.kind, coalesce(p.name, '系统') as actor
      from fact f left join person p on p.id = f.actor_id
      where f.subject_id = ${accountId} or f.concerns @> ${JSON.stringify([{ register: 'account', id: accountId }])}::jsonb
      order by f.sequence`.execute(house.platform.database.kysely);
    expect(rows).toEqual([
      { kind: 'account.opened', actor: '系统' },
      { kind: 'sign_in_attempt.refused', actor: '系统' },
      { kind: 'session.started', actor: 'recorded' },
      { kind: 'session.ended', actor: 'recorded' },
    ]);
  });

  it('are not opened or unlocked from another site', async () => {
    const foreign = { origin: 'https://elsewhere.example' };
    const body = { username: 'wang', password: PASSWORD };
    const open = await house.app.inject({ method: 'POST', url: '/api/session', headers: foreign, payload: body });
    expect([open.statusCode, keyOf(open)]).toEqual([403, 'session.origin']);
    const cookie = await wang();
    expect(keyOf(await house.post('/api/session/unlock', cookie, { password: PASSWORD }, foreign))).toBe(
      'session.origin',
    );
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['no password', { username: 'wang' }],
    ['numbers', { username: 1, password: 2 }],
    ['a book', { username: 'wang', password: 'x'.repeat(20_000) }],
  ])('answer %s with 4xx', async (_, payload) => {
    const answer = await house.app.inject({ method: 'POST', url: '/api/session', ...(payload ? { payload } : {}) });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
