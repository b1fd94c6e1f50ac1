import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { DATABASE_KINDS, freshDatabase } from '../../../tests/support/databases.ts';
import { inDistrict, MORNING } from '../../../tests/support/district.ts';
import { GAS_CALL } from '../../../tests/support/walk.ts';
import { capabilities } from '../../apps/server/capabilities.ts';
import { settableClock } from '../../kernel/clock.ts';
import { catalogueOf, type Platform } from './platform.ts';
import { resumeNumbers } from './register-numbers.ts';

inDistrict('numbers of a register', (district) => {
  const numbersOf = async (calls: number) => {
    const officer = await district().as('zhiban');
    const taken = await Promise.all(
      Array.from({ length: calls }, () => officer.does<{ number: string }>('intake.take', GAS_CALL)),
    );
    return taken.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1])).sort((one, other) => one - other);
  };

  it('begin with one, also when the first calls of a year come at once, and never come twice', async () => {
    expect(await numbersOf(8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('go on after a restart', async () => {
    await district().restart();
    expect(await numbersOf(2)).toEqual([9, 10]);
  });

  const setOn = (last: number) =>
    sql`select setval('number_intake_2026', ${last}::bigint)`.execute(district().server.platform.database.kysely);

  it('go on after the last one there is, whatever a crash has written off', async () => {
    await setOn(42);
    await district().restart();
    expect(await numbersOf(1)).toEqual([11]);
  });

  it('come without gaps after a flood, of which none is left', async () => {
    const flood = await numbersOf(60);
    expect(new Set(flood).size).toBe(60);
    await expect
      .poll(async () => {
        const { rows } = await sql<{ last: number; isCalled: boolean }>`
          select last_value::int as last, is_called as "isCalled" from number_intake_2026`.execute(
          district().server.platform.database.kysely,
        );
        return (rows[0]?.last ?? 0) - (rows[0]?.isCalled ? 0 : 1);
      }, POLL)
      .toBe(Math.max(...flood));
  });
});

const POLL = { timeout: 5000 };

it.runIf(DATABASE_KINDS.includes('server'))('are left alone while another server is at work', async () => {
  const fresh = await freshDatabase('server', 'district');
  const [one, other] = [await fresh.open(), await fresh.open()];
  try {
    await sql`create sequence number_intake_2026 start with 9`.execute(one.kysely);
    const platform = {
      database: one,
      catalogue: catalogueOf(capabilities),
      clock: settableClock(MORNING),
    } as unknown as Platform;
    const next = async () =>
      (await sql<{ last: number }>`select last_value::int as last from number_intake_2026`.execute(one.kysely)).rows[0]
        ?.last;
    await other.ping();
    await resumeNumbers(platform);
    expect(await next()).toBe(9);
    await other.close();
    await resumeNumbers(platform);
    expect(await next()).toBe(1);
  } finally {
    await one.close();
    await fresh.release();
  }
});
