import { expect, it } from 'vitest';
import { reconcile } from './casualties.rules.ts';

it('sets the named list beside the released figures; nobody listed agrees with none and with 不详', () => {
  const released = { deaths: 3, missing: null, seriousInjuries: 1, minorInjuries: 2, trapped: 0 };
  const found = reconcile({ dead: 2, missing: 1, seriously_injured: 1, slightly_injured: 2, safe: 7 }, released);
  expect(found.filter(({ isEqual }) => !isEqual)).toEqual([
    { figure: 'deaths', listed: 2, released: 3, isEqual: false },
    { figure: 'missing', listed: 1, released: null, isEqual: false },
  ]);
  expect(found.map(({ figure }) => figure)).toEqual([
    'deaths',
    'missing',
    'seriousInjuries',
    'minorInjuries',
    'trapped',
  ]);
});
