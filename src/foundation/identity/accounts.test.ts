import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { cookieOf, type House, keyOf, openHouse, PASSWORD, SECRET } from './identity.fixture.ts';
import { codeAt } from './second-factor.ts';

const SYSTEM_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

onEachDatabase('accounts', (open) => {
  let house: House;
  let keeper: Awaited<ReturnType<House['join']>>;
  let guard: Awaited<ReturnType<House['join']>>;
  beforeAll(async () => {
    house = await openHouse(await open());
    keeper = await house.join('xi', ['system_administrator'], { secondFactorSecret: SYSTEM_SECRET });
    guard = await house.join('an', ['security_administrator'], { secondFactorSecret: SECRET });
    await house.join('wang', ['duty_officer']);
  });
  afterAll(() => house.stop());
  const signedIn = async (name: string, secret?: string) => {
    house.clock.advance(60_000);
    const code = secret ? { code: codeAt(secret, house.clock.now()) } : {};
    return cookieOf(await house.signIn(name, PASSWORD, code));
  };

  it('are opened by the system administrator, with a password that must be changed at once', async () => {
    const xi = await signedIn('xi', SYSTEM_SECRET);
    const person = await house.run('people.register', { unitId: house.unit.id, name: '新人' });
    const opened = await house.post('/api/accounts/open', xi, { personId: person.id, username: ' Ｘinren ' });
    const { id } = opened.json() as { id: string };
    expect(opened.statusCode).toBe(200);
    expect(keyOf(await house.signIn('xinren', ''))).toBe('input.invalid');
    expect(keyOf(await house.signIn('xinren', 'anything-at-all-1A'))).toBe('session.refused');
    expect(keyOf(await house.post(`/api/accounts/${id}/reset-password`, xi, { password: 'weak' }))).toBe(
      'session.password_weak',
    );
    expect(
      (await house.post(`/api/accounts/${id}/reset-password`, xi, { password: 'First-horse-77' })).statusCode,
    ).toBe(200);

    const first = await house.signIn('xinren', 'First-horse-77');
    const cookie = cookieOf(first);
    expect(first.json()).toMatchObject({ mustChangePassword: true, hats: [] });
    expect(keyOf(await house.get('/api/sessions/mine', cookie))).toBe('session.password_due');
    const change = (current: string, next: string) =>
      house.post('/api/accounts/change-password', cookie, { current, next });
    expect(keyOf(await change('Wrong-horse-8', 'Second-horse-77'))).toBe('session.refused');
    expect(keyOf(await change('First-horse-77', 'First-horse-77'))).toBe('session.password_weak');
    expect((await change('First-horse-77', 'Second-horse-77')).statusCode).toBe(200);
    expect((await house.get('/api/sessions/mine', cookie)).statusCode).toBe(200);
    expect(keyOf(await house.signIn('xinren', 'First-horse-77'))).toBe('session.refused');
    expect((await house.signIn('xinren', 'Second-horse-77')).json()).toMatchObject({ mustChangePassword: false });
  });

  it('do not take back one of the last five passwords, and end other sessions when theirs changes', async () => {
    await house.join('recycler', ['team_leader'], { password: 'Horse-number-00' });
    const sign = async (at: number) => cookieOf(await house.signIn('recycler', `Horse-number-0${at}`));
    const cookie = await sign(0);
    const elsewhere = await sign(0);
    const change = (from: number, to: number) =>
      house.post('/api/accounts/change-password', cookie, {
        current: `Horse-number-0${from}`,
        next: `Horse-number-0${to}`,
      });
    for (let at = 0; at < 4; at += 1) expect((await change(at, at + 1)).statusCode).toBe(200);
    expect((await house.get('/api/session', elsewhere)).statusCode).toBe(401);
    expect((await house.get('/api/session', cookie)).statusCode).toBe(200);
    for (let at = 0; at <= 4; at += 1) expect(keyOf(await change(4, at)), `${at}`).toBe('session.password_weak');
    expect((await change(4, 5)).statusCode).toBe(200);
    expect((await change(5, 0)).statusCode).toBe(200);
  });

  it('ask for a new password after 90 days', async () => {
    await house.join('oldhand', ['team_leader']);
    house.clock.advance(91 * 86_400_000);
    expect((await house.signIn('oldhand', PASSWORD)).json()).toMatchObject({
      mustChangePassword: true,
      permissions: [],
    });
    house.clock.advance(-91 * 86_400_000);
  });

  it('show their owner until when the password may stay, and the security administrator the keys to revoke', async () => {
    const holder = await house.join('keyholder', ['duty_officer']);
    const cookie = cookieOf(await house.signIn('keyholder', PASSWORD));
    const own = (await house.get('/api/accounts/mine', cookie)).json() as { id: string; passwordDueAt: string };
    expect(own).toMatchObject({ id: holder.accountId, username: 'keyholder', hasSecondFactor: false });
    expect(Date.parse(own.passwordDueAt) - house.clock.now().getTime()).toBe(90 * 86_400_000);
    const issued = (
      await house.post('/api/api-keys/issue', cookie, { name: '值班屏', hatId: holder.hats[0], days: 30 })
    ).json() as { id: string };
    const [xi, an] = [await signedIn('xi', SYSTEM_SECRET), await signedIn('an', SECRET)];
    const keysOf = async (as: string) =>
      (await house.get(`/api/api-keys/of-account?accountId=${holder.accountId}`, as)).json() as { items?: unknown[] };
    expect((await keysOf(xi)).items).toBeUndefined();
    expect((await keysOf(an)).items).toMatchObject([{ id: issued.id, name: '值班屏' }]);
    expect((await house.post(`/api/api-keys/${issued.id}/revoke`, an)).statusCode).toBe(200);
    expect((await keysOf(an)).items).toEqual([]);
    const found = await house.get(`/api/accounts?personId=${holder.personId}`, xi);
    expect(found.json()).toMatchObject({ total: 1, items: [{ id: holder.accountId }] });
    expect((await house.get(`/api/accounts/${holder.accountId}`, xi)).json()).toMatchObject({ username: 'keyholder' });
  });

  it('are kept by nobody else, and never by somebody for themselves', async () => {
    const [wang, xi, an] = [await signedIn('wang'), await signedIn('xi', SYSTEM_SECRET), await signedIn('an', SECRET)];
    const victim = await house.join('victim', ['team_leader']);
    const password = { password: 'Taken-over-horse-1' };
    for (const cookie of [wang, an]) {
      expect(keyOf(await house.post(`/api/accounts/${victim.accountId}/reset-password`, cookie, password))).toBe(
        'permission.missing',
      );
      expect(keyOf(await house.get('/api/accounts', cookie))).toBe(cookie === wang ? 'permission.missing' : undefined);
    }
    const reason = { reason: '测试' };
    for (const verb of ['suspend', 'reset-second-factor']) {
      expect(keyOf(await house.post(`/api/accounts/${victim.accountId}/${verb}`, xi, reason))).toBe(
        'permission.missing',
      );
      expect(keyOf(await house.post(`/api/accounts/${guard.accountId}/${verb}`, an, reason))).toBe('account.own');
    }
    // Whoever keeps passwords still lacks the administrator's second factor.
    await house.post(`/api/accounts/${guard.accountId}/reset-password`, xi, { password: 'Taken-over-horse-1' });
    expect(keyOf(await house.signIn('an', 'Taken-over-horse-1'))).toBe('session.code_needed');
    const hash = { personId: victim.personId, username: 'x1', proofs: { passwordHash: 'x' } };
    expect(keyOf(await house.post('/api/accounts/open', xi, hash))).toBe('input.invalid');
  });

  it('cannot be reached by what only the server does', async () => {
    const xi = await signedIn('xi', SYSTEM_SECRET);
    const own = [
      'sessions.start',
      'sessions.confirm',
      'signInAttempts.refuse',
      'accounts.storePassword',
      'accounts.storeSecondFactor',
      'accounts.bringSecondFactorInForce',
      'accounts.link',
      'apiKeys.store',
    ]; // prettier-ignore
    for (const name of own) {
      const command = house.platform.catalogue.commands.get(name);
      expect(command?.may.granted, name).toEqual({});
      const envelope = { id: crypto.randomUUID(), name, input: {} };
      const answer = (await house.post('/api/commands', xi, [envelope])).json() as {
        answers?: { problem?: { key: string } }[];
      };
      expect(answer.answers?.[0]?.problem?.key ?? answer, name).toBe('permission.missing');
    }
  });

  it('are listed without their proofs', async () => {
    const answer = await house.post('/api/accounts', await signedIn('xi', SYSTEM_SECRET), { q: 'wan' });
    expect(answer.json()).toMatchObject({
      total: 1,
      items: [{ username: 'wang', hasPassword: true, hasSecondFactor: false }],
    });
    expect(answer.body).not.toContain('argon2');
  });

  it('carry keys for one hat, revocable at once, and none for administrators', async () => {
    const integrator = await house.join('integrator', ['duty_officer', 'team_leader']);
    const cookie = cookieOf(await house.signIn('integrator', PASSWORD));
    const issue = (hatId: string | undefined, as = cookie, headers = {}) =>
      house.post('/api/api-keys/issue', as, { name: '值班屏', hatId, days: 30 }, headers);
    const issued = (await issue(integrator.hats[1])).json() as { id: string; key: string };
    expect(issued.key).toMatch(/^fsk_[\w-]{43}$/);
    const bearer = { authorization: `Bearer ${issued.key}` };
    const asKey = (url: string) => house.app.inject({ url, headers: bearer });
    expect((await asKey('/api/session')).json()).toMatchObject({
      person: { name: 'integrator' },
      hats: [{ role: 'team_leader' }],
    });
    expect(((await asKey('/api/session')).json() as { hats: unknown[] }).hats).toHaveLength(1);
    expect(keyOf(await issue(integrator.hats[1], '', bearer))).toBe('session.hat_unknown');
    expect(keyOf(await issue(keeper.hats[0]))).toBe('session.hat_unknown');
    expect(keyOf(await issue(keeper.hats[0], await signedIn('xi', SYSTEM_SECRET)))).toBe('api_key.second_factor');

    expect(
      ((await house.get('/api/api-keys/mine', cookie)).json() as { items: { name: string }[] }).items,
    ).toMatchObject([{ name: '值班屏' }]);
    expect(keyOf(await house.post(`/api/api-keys/${issued.id}/revoke`, await signedIn('wang')))).toBe('record.unknown');
    expect((await house.post(`/api/api-keys/${issued.id}/revoke`, cookie)).statusCode).toBe(200);
    expect((await asKey('/api/session')).statusCode).toBe(401);

    const second = (await issue(integrator.hats[1])).json() as { key: string };
    const later = () => house.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${second.key}` } });
    expect((await later()).statusCode).toBe(200);
    house.clock.advance(31 * 86_400_000);
    expect((await later()).statusCode).toBe(401);
    house.clock.advance(-31 * 86_400_000);
  });

  it('of administrators stay apart from each other and from all work, also when two appoint at once', async () => {
    const person = await house.run('people.register', { unitId: house.unit.id, name: '候选人' });
    const roles = ['system_administrator', 'security_administrator', 'audit_administrator', 'duty_officer'];
    const posts = [];
    for (const role of roles)
      posts.push(await house.run('posts.open', { unitId: house.unit.id, name: `候选 ${role}`, role }));
    const appoint = (post: { id: string }) =>
      house.run('appointments.appoint', { personId: person.id, postId: post.id });
    const outcomes = await Promise.allSettled(posts.map(appoint));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ key: 'permission.administrators_separate' });
    }
  });
});
