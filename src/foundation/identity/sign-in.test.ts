import argon2 from '@node-rs/argon2';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { cookieOf, type House, keyOf, openHouse, PASSWORD, SECRET } from './identity.fixture.ts';
import { codeAt } from './second-factor.ts';

onEachDatabase('signing in', (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(await open());
    await house.join('wang', ['duty_officer']);
    await house.join('sun', ['street_officer']);
    await house.join('an', ['security_administrator'], { secondFactorSecret: SECRET });
  });
  afterAll(() => house.stop());
  const minutes = (count: number) => house.clock.advance(count * 60_000);
  const code = () => codeAt(SECRET, house.clock.now());

  it('gives a cookie that scripts and other sites never get, and says who one is', async () => {
    const answer = await house.signIn('ＷＡＮＧ ', PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(/^fengsui_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.json()).toMatchObject({
      person: { name: 'wang' },
      hats: [{ role: 'duty_officer', unit: { shortName: '应急局', areaCode: '110107' } }],
      idleLockMinutes: 30,
      needsSecondFactor: false,
      mustChangePassword: false,
    });
    const again = await house.get('/api/session', cookieOf(answer));
    expect(again.json()).toEqual(answer.json());
  });

  it('keeps no token, no password and no typed name in the database', async () => {
    const answer = await house.signIn('wang', PASSWORD);
    const token = cookieOf(answer).split('=')[1] ?? '';
    await house.signIn('Hunter2-typed-into-the-wrong-box', PASSWORD);
    const { kysely } = house.platform.database;
    for (const table of ['session', 'credential', 'sign_in_attempt', 'fact', 'command_receipt', 'command_refusal']) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(kysely);
      const all = rows
        .map((row) => row.text)
        .join('\n')
        .toLowerCase();
      expect(all).not.toContain(token.toLowerCase());
      expect(all).not.toContain(PASSWORD.toLowerCase());
      expect(all).not.toContain('wrong-box');
    }
  });

  it('does the same work and says the same for unknown, suspended and wrong', async () => {
    const fallen = await house.join('fallen', ['duty_officer']);
    await house.run('accounts.suspend', { id: fallen.accountId, reason: '离任' });
    // Hashing stays what it is; it is only counted how often it is done.
    const verify = vi.spyOn(argon2, 'verify');
    const answers = [];
    for (const name of ['wang', 'fallen', 'nobody-of-that-name']) {
      verify.mockClear();
      const answer = await house.signIn(name, 'Wrong-horse-8', { address: '10.0.0.2' });
      expect(verify, name).toHaveBeenCalledTimes(1);
      answers.push([answer.statusCode, answer.body]);
    }
    verify.mockRestore();
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(401);
    const { rows } = await sql<{ reason: string }>`select payload->>'reason' as reason from fact
      where kind = 'sign_in_attempt.refused' order by sequence desc limit 3`.execute(house.platform.database.kysely);
    expect(rows.map((row) => row.reason)).toEqual(['unknown', 'unknown', 'password']);
  });

  it('is closed after five guesses, however many come at once, and opens again after a quarter of an hour', async () => {
    await house.join('guessed', ['duty_officer']);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, at) => house.signIn('guessed', `Guess-number-${at}`, { address: '10.6.6.6' })),
    );
    const keys = guesses.map(keyOf);
    expect(keys.filter((key) => key === 'session.refused')).toHaveLength(5);
    expect(keys.filter((key) => key === 'session.throttled')).toHaveLength(35);
    const right = await house.signIn('guessed', PASSWORD, { address: '10.6.6.6' });
    expect([right.statusCode, keyOf(right)]).toEqual([429, 'session.throttled']);
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(60);
    // Others at the same address, and everybody else, go on working.
    expect((await house.signIn('wang', PASSWORD, { address: '10.6.6.6' })).statusCode).toBe(200);
    minutes(16);
    expect((await house.signIn('guessed', PASSWORD, { address: '10.6.6.6' })).statusCode).toBe(200);
  });

  it('closes to strangers a name that is guessed from many places, and not to the desk it works at', async () => {
    await house.join('wanted', ['duty_officer']);
    expect((await house.signIn('wanted', PASSWORD, { address: '10.1.1.1' })).statusCode).toBe(200);
    for (let at = 0; at < 5; at += 1) await house.signIn('wanted', 'Wrong-horse-8', { address: `10.7.0.${at}` });
    expect(keyOf(await house.signIn('wanted', 'Wrong-horse-8', { address: '10.7.0.9' }))).toBe('session.throttled');
    expect((await house.signIn('wanted', PASSWORD, { address: '10.1.1.1' })).statusCode).toBe(200);
  });

  it('closes an address that tries name after name, known or unknown, and not to those who work there', async () => {
    expect((await house.signIn('sun', PASSWORD, { address: '10.8.8.8' })).statusCode).toBe(200);
    for (let at = 0; at < 5; at += 1) {
      expect(keyOf(await house.signIn(`sprayed${at}`, 'Wrong-horse-8', { address: '10.8.8.8' }))).toBe(
        'session.refused',
      );
    }
    expect(keyOf(await house.signIn('wang', PASSWORD, { address: '10.8.8.8' }))).toBe('session.throttled');
    expect((await house.signIn('sun', PASSWORD, { address: '10.8.8.8' })).statusCode).toBe(200);
    expect((await house.signIn('wang', PASSWORD, { address: '10.8.8.9' })).statusCode).toBe(200);
  });

  it('forgives the mistyped ones after the right one', async () => {
    await house.join('clumsy', ['duty_officer']);
    for (let day = 0; day < 3; day += 1) {
      for (let at = 0; at < 3; at += 1)
        expect(keyOf(await house.signIn('clumsy', 'Wrong-horse-8'))).toBe('session.refused');
      expect((await house.signIn('clumsy', PASSWORD)).statusCode).toBe(200);
    }
  });

  it('never takes over a token that the browser brought, and ends the session behind it', async () => {
    const before = cookieOf(await house.signIn('sun', PASSWORD));
    const after = await house.signIn('wang', PASSWORD, { cookie: before });
    expect(cookieOf(after)).not.toBe(before);
    expect((await house.get('/api/session', before)).statusCode).toBe(401);
    const planted = await house.signIn('wang', PASSWORD, { cookie: `fengsui_session=${'A'.repeat(43)}` });
    expect(cookieOf(planted)).not.toContain('AAAA');
    expect((await house.get('/api/session', `fengsui_session=${'A'.repeat(43)}`)).statusCode).toBe(401);
  });

  describe('with a second factor', () => {
    it('asks for the code only after the right password, and a missing one is no wrong one', async () => {
      minutes(20);
      expect(keyOf(await house.signIn('an', 'Wrong-horse-8'))).toBe('session.refused');
      for (let at = 0; at < 8; at += 1) expect(keyOf(await house.signIn('an', PASSWORD))).toBe('session.code_needed');
      const answer = await house.signIn('an', PASSWORD, { code: code() });
      expect(answer.json()).toMatchObject({ needsSecondFactor: false, idleLockMinutes: 15 });
    });

    it('takes each code once, also when it comes twice at the same instant', async () => {
      minutes(20);
      const once = code();
      const twins = await Promise.all([1, 2].map(() => house.signIn('an', PASSWORD, { code: once })));
      expect(twins.map((twin) => twin.statusCode).sort()).toEqual([200, 401]);
      expect(keyOf(await house.signIn('an', PASSWORD, { code: once }))).toBe('session.code_wrong');
      // Nor an older one that would still be within its time.
      minutes(1);
      const older = codeAt(SECRET, new Date(house.clock.now().getTime() - 30_000));
      expect((await house.signIn('an', PASSWORD, { code: code() })).statusCode).toBe(200);
      expect(keyOf(await house.signIn('an', PASSWORD, { code: older }))).toBe('session.code_wrong');
    });

    it('counts wrong codes like wrong passwords', async () => {
      minutes(20);
      for (let at = 0; at < 5; at += 1) {
        expect(keyOf(await house.signIn('an', PASSWORD, { code: '000000' }))).toBe('session.code_wrong');
      }
      expect(keyOf(await house.signIn('an', PASSWORD, { code: code() }))).toBe('session.throttled');
    });

    it('leaves an administrator without one nothing but enrolling it', async () => {
      minutes(20);
      const he = await house.join('he', ['audit_administrator']);
      const answer = await house.signIn('he', PASSWORD);
      const cookie = cookieOf(answer);
      expect(answer.json()).toMatchObject({ needsSecondFactor: true, hats: [], permissions: [] });
      for (const url of ['/api/timeline/audit', '/api/sessions/mine', '/api/accounts', '/api/live?topics=x']) {
        expect(keyOf(await house.get(url, cookie)), url).toBe('session.second_factor_due');
      }
      const chosen = await house.get('/api/timeline/audit', cookie, { 'fengsui-hat': he.hats[0] ?? '' });
      expect(chosen.statusCode).toBe(403);
      const batch = await house.post('/api/commands', cookie, []);
      expect(keyOf(batch)).toBe('session.second_factor_due');
      // Unlocking by password does not make up for the code.
      expect((await house.post('/api/session/unlock', cookie, { password: PASSWORD })).json()).toMatchObject({
        needsSecondFactor: true,
      });

      expect(keyOf(await house.post('/api/accounts/confirm-second-factor', cookie, { code: '123456' }))).toBe(
        'session.second_factor_not_begun',
      );
      const enrolment = (await house.post('/api/accounts/enrol-second-factor', cookie)).json() as { secret: string };
      const wrong = await house.post('/api/accounts/confirm-second-factor', cookie, { code: '000000' });
      expect(keyOf(wrong)).toBe('session.code_wrong');
      const first = codeAt(enrolment.secret, house.clock.now());
      expect((await house.post('/api/accounts/confirm-second-factor', cookie, { code: first })).statusCode).toBe(200);
      expect((await house.get('/api/timeline/audit', cookie)).statusCode).toBe(200);
      // The code that confirmed is used up, and nobody enrols over an enrolled one.
      expect(keyOf(await house.signIn('he', PASSWORD, { code: first }))).toBe('session.code_wrong');
      expect(keyOf(await house.post('/api/accounts/enrol-second-factor', cookie))).toBe('session.second_factor_there');
      const { rows } = await sql<{
        text: string;
      }>`select c::text || r::text as text from credential c, command_receipt r
        where c.account_id = ${he.accountId}`.execute(house.platform.database.kysely);
      expect(rows.filter((row) => row.text.includes(enrolment.secret))).toEqual([]);
    });
  });
});
