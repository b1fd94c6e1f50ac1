import { routeOf } from '../src/foundation/api/routes.ts';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

const UNITS = 60;
const ROUNDS = 3;
const PROPOSE = routeOf('dutyRosters.propose', 'command', false);

/** The month of sixty units planned by the rules, over HTTP on a database that syncs to disk: the first time and again. */
export async function rosters(): Promise<Figure[]> {
  return onStand('server', async ({ server }) => {
    const cookie = await signIn(server.url, 'zhiban');
    const ask = async <T>(path: string): Promise<T> =>
      (await (await fetch(`${server.url}${path}`, { headers: { cookie } })).json()) as T;
    const month = (ahead: number) => {
      const at = new Date();
      return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 2 + ahead, 1)).toISOString().slice(0, 7);
    };
    type List = { items: { unitId: string; unitKind: string }[] };
    const { items } = await ask<List>(`${routeOf('dutyRosters.list', 'view', false).path}?month=${month(0)}`);
    const unitIds = items
      .filter(({ unitKind }) => unitKind !== 'community')
      .slice(0, UNITS)
      .map(({ unitId }) => unitId);
    const plan = async (ahead: number) => {
      const began = performance.now();
      const answer = await fetch(`${server.url}${PROPOSE.path}`, {
        method: PROPOSE.method,
        headers: { 'content-type': 'application/json', cookie, 'idempotency-key': newId() },
        body: JSON.stringify({ unitIds, month: month(ahead) }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (performance.now() - began) / 1000;
    };
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) first.push(await plan(round));
    for (let round = 0; round < ROUNDS; round += 1) again.push(await plan(round));
    return [
      { what: `a month of ${unitIds.length} units planned`, value: percentile(first, 0.5), unit: 's', most: 5 },
      { what: `the same month planned again`, value: percentile(again, 0.5), unit: 's', most: 5 },
    ];
  });
}
