import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DUPLICATE_RULES, similarTo } from './nearness.rules.ts';
import { calls, isOneMatter, planted, REAL, reports, type Told } from './planted-duplicates.fixture.ts';

const rules = DUPLICATE_RULES.initial.values;

/** Recall of planted duplicates and the share of false ones among all that is shown, over real calls and reports. */
function judged(all: readonly Told[], isFarthest: boolean) {
  const sorted = all.toSorted((one, other) => one.knownAt.getTime() - other.knownAt.getTime());
  const byId = new Map(all.map((one) => [one.id, one]));
  const reach = rules.minutes * 60_000;
  const count = { found: 0, shown: 0, wrong: 0 };
  let from = 0;
  const again = planted(all, { seed: 7, isFarthest }).toSorted(
    (one, other) => one.knownAt.getTime() - other.knownAt.getTime(),
  );
  for (const one of again) {
    while ((sorted[from]?.knownAt.getTime() ?? Number.POSITIVE_INFINITY) < one.knownAt.getTime() - reach) from += 1;
    const until = sorted.findIndex(
      (each, index) => index >= from && each.knownAt.getTime() > one.knownAt.getTime() + reach,
    );
    const shown = similarTo(sorted.slice(from, until < 0 ? undefined : until), one, rules);
    const source = byId.get(one.repeats ?? '') as Told;
    count.shown += shown.length;
    count.found += shown.some(({ incident }) => incident === source) ? 1 : 0;
    count.wrong += shown.filter(({ incident }) => incident !== source && !isOneMatter(incident, source)).length;
  }
  return { recall: count.found / again.length, falseShare: count.wrong / count.shown };
}

describe.skipIf(!existsSync(REAL))('duplicates planted among real reports, in other words', () => {
  it.each([
    ['calls, up to 40 minutes and 300 m', calls, false],
    ['calls, all at 40 minutes and 300 m', calls, true],
    ['reports, up to 40 minutes and 300 m', reports, false],
    ['reports, all at 40 minutes and 300 m', reports, true],
  ])('%s: nine of ten are found, one of twenty shown is another matter at most', (name, told, isFarthest) => {
    const { recall, falseShare } = judged(told(), isFarthest);
    console.log(`${name}: recall ${recall.toFixed(3)}, false ${falseShare.toFixed(3)}`);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(falseShare).toBeLessThanOrEqual(0.05);
  });
});
