import { sql } from 'kysely';
import { z } from 'zod';
import { type Platform, rowsOf } from '../api/index.ts';
import { type Follower, followChanges, startFollower } from '../changes/index.ts';
import { defineJob } from '../jobs/index.ts';
import type { FactReader } from '../timeline/index.ts';
import { recount } from './recount.ts';

const FOLLOWER = 'indicators';

/** Keeps the figures by what changes in the registers; an indicator that is new, or whose formula changed, is counted whole. */
export async function startIndicators(platform: Platform, reader: FactReader): Promise<Follower> {
  const indicators = [...platform.catalogue.indicators.values()];
  const registers = [...new Set(indicators.map(({ register }) => register.name))];
  await followChanges(platform.database, FOLLOWER, registers);
  await platform.database.transact(async (tx) => {
    const known = await rowsOf<{ code: string; edition: number }>(tx, sql`select code, edition from indicator_source`);
    const editions = new Map(known.map(({ code, edition }) => [code, edition]));
    for (const indicator of indicators) {
      const { code, edition } = indicator;
      if (editions.get(code) === edition) continue;
      await recount(tx, indicator, platform.clock.now(), platform.rules);
      await sql`insert into indicator_source (code, edition) values (${code}, ${edition})
        on conflict (code) do update set edition = excluded.edition`.execute(tx);
    }
  });
  return startFollower(
    platform,
    FOLLOWER,
    (wake) => reader.subscribe(wake),
    async (tx, changed) => {
      for (const [name, records] of Map.groupBy(changed, (one) => one.register)) {
        const ids = records.map((one) => one.recordId);
        for (const indicator of indicators)
          if (indicator.register.name === name) await recount(tx, indicator, platform.clock.now(), platform.rules, ids);
      }
    },
    // A day's sums are added up anew with each batch: of a flood, in few.
    { leastTurnMs: 2000 },
  );
}

/** Counts everything again: levels change with the day alone, and nobody should have to trust what was added up piece by piece. */
export const recountAll = defineJob<Record<string, never>, { readonly done: number }>('indicators.recount', {
  label: { zh: '重新统计指标', en: 'Count the indicators again' },
  input: z.object({}) as z.ZodType<Record<string, never>>,
  everyMinutes: 60,
  async run({ platform, cursor, progress }) {
    const indicators = [...platform.catalogue.indicators.values()];
    for (let done = cursor?.done ?? 0; done < indicators.length; done += 1) {
      const indicator = indicators[done];
      if (indicator)
        await platform.database.transact((tx) => recount(tx, indicator, platform.clock.now(), platform.rules));
      await progress({ done: done + 1, total: indicators.length, cursor: { done: done + 1 } });
    }
    return { indicators: indicators.length };
  },
});
