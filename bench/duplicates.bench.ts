import pg from 'pg';
import { queryOf } from '../src/foundation/api/address.ts';
import { newId } from '../src/kernel/ids.ts';
import {
  calls,
  isOneMatter,
  planted,
  reports,
  type Told,
} from '../src/response/incidents/planted-duplicates.fixture.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile, say } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const RECORDS = 200_000;
/** Of them in the last two hours: a night of rain. */
const TONIGHT = 10_000;
const ASKED = 400;
const CONNECTIONS = 8;
const AGAIN = 300;

/** Candidates while a call is typed, over 200,000 reports; and real calls and reports through the intake API. */
export async function duplicates(): Promise<Figure[]> {
  return onStand('server', async (stand) => {
    const cookie = await signIn(stand.server.url, 'zhiban');
    // Both kinds of text: short calls of one night, and long reports of many hands after an earthquake.
    const real = [...calls().slice(0, 2500), ...reports().slice(0, 1500)];
    const filed = await perSecond(stand, cookie, real);
    const again = await foundAgain(stand, cookie, real);
    await fill(stand);
    const typed = await typing(stand, cookie);
    return [
      { what: `similar reports while typing over ${RECORDS}, p95`, value: typed.p95, unit: 'ms', most: 80 },
      { what: `similar reports while typing over ${RECORDS}, p50`, value: typed.p50, unit: 'ms' },
      { what: 'similar reports shown a question', value: typed.shown, unit: '' },
      { what: `real calls and reports through the intake API, ${CONNECTIONS} connections`, value: filed, unit: '/s' },
      { what: `${AGAIN} planted duplicates found through the API`, value: again.recall, unit: '', least: 0.9 },
      { what: 'of what was shown for them, another matter', value: again.falseShare, unit: '', most: 0.05 },
      { what: 'candidates shown for each', value: again.shown, unit: '' },
    ];
  });
}

const headersOf = (cookie: string) => ({ 'content-type': 'application/json', cookie, 'idempotency-key': newId() });

/** Today's calls: moved by whole days, so that they lie in the past of the server. */
const moved = ({ knownAt }: Told) => {
  const days = Math.ceil((knownAt.getTime() - Date.now()) / 86_400_000);
  return new Date(knownAt.getTime() - Math.max(0, days) * 86_400_000);
};

async function perSecond({ server }: Stand, cookie: string, real: readonly Told[]): Promise<number> {
  const queue = [...real];
  const began = performance.now();
  const worker = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      const { kind, place, placeText } = one;
      const answer = await fetch(`${server.url}/api/intake/take`, {
        method: 'POST',
        headers: headersOf(cookie),
        body: JSON.stringify({
          ...{
            sourceChannel: '110',
            kind,
            place,
            placeText: placeText || '不详',
            text: placeText || '不详',
            mark: 'test',
          },
          knownAt: moved(one).toISOString(),
        }),
      });
      if (answer.status !== 200) throw new Error(`a call was answered ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return real.length / ((performance.now() - began) / 1000);
}

interface Similar {
  readonly items: readonly { readonly placeText: string; readonly knownAt: string }[];
}

async function ask({ server }: Stand, cookie: string, call: Record<string, unknown>): Promise<Similar> {
  const answer = await fetch(`${server.url}/api/incidents/similar-reports${queryOf(call)}`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`similar reports answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Similar;
}

/** Each planted one is asked for as if it were typed: is its source shown, and how much of what is shown is another matter? */
async function foundAgain(stand: Stand, cookie: string, real: readonly Told[]) {
  const keyOf = (placeText: string, at: string) => `${placeText || '不详'} ${at}`;
  const known = new Map(real.map((one) => [keyOf(one.placeText, moved(one).toISOString()), one]));
  const step = Math.floor(real.length / AGAIN);
  const some = real.filter((_, index) => index % step === 0).slice(0, AGAIN);
  const again = planted(some, { seed: 7, isFarthest: false });
  let [found, shown, wrong] = [0, 0, 0];
  for (const [index, { kind, place, placeText, knownAt }] of again.entries()) {
    const source = some[index] as Told;
    const at = new Date(knownAt.getTime() - source.knownAt.getTime() + moved(source).getTime()).toISOString();
    const { items } = await ask(stand, cookie, { kind, place, placeText, knownAt: at });
    if (items.some((one) => one.knownAt === moved(source).toISOString())) found += 1;
    shown += items.length;
    wrong += items.filter((one) => {
      const other = known.get(keyOf(one.placeText, one.knownAt));
      return other && other !== source && !isOneMatter(other, source);
    }).length;
  }
  return { recall: found / again.length, falseShare: wrong / Math.max(1, shown), shown: shown / again.length };
}

/** More of the same register: a year of reports and a night of rain, without the index of search behind them. */
async function fill({ databaseUrl }: Stand): Promise<void> {
  const began = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into intake (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by, changed_at, changed_by,
          changed_fact, number, source_channel, kind, known_at, place, place_text, text_digest)
        select gen_random_uuid(), 'received', 'test', owner_unit_id, owner_unit_path, '110107', created_at, created_by, changed_at,
          changed_by, gen_random_uuid(), '量' || n, '110', (array['fire','utility.gas','waterlogging','road_traffic','utility.power'])[1 + n % 5],
          now() - case when n <= $2 then n * interval '0.7 second' else n * interval '2.6 minutes' end,
          st_setsrid(st_makepoint(116.1 + (abs(hashint8(n * 13)) % 18000) / 100000.0, 39.86 + (abs(hashint8(n * 17)) % 12000) / 100000.0), 4490),
          (array['古城大街','八角北路','苹果园南路','鲁谷东街','金顶街'])[1 + n % 5] || (n % 300) || '号', text_digest
        from (select * from intake limit 1) one, generate_series(1, $1) n`,
      [RECORDS, TONIGHT],
    );
    await client.query('vacuum analyze intake');
  } finally {
    await client.end();
  }
  say(`  filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function typing(stand: Stand, cookie: string) {
  const kinds = ['fire', 'utility.gas', 'waterlogging', 'road_traffic', 'utility.power'];
  const question = (index: number) => ({
    kind: kinds[index % kinds.length],
    // A call without a place is compared with all of its kind in the hour.
    ...(index % 4 === 3 ? {} : { place: { lng: 116.1 + (index % 180) / 1000, lat: 39.86 + (index % 120) / 1000 } }),
    placeText: `古城大街${index}号`,
    knownAt: new Date(Date.now() - (index % 2 === 0 ? 1_800_000 : index * 3_600_000)).toISOString(),
  });
  for (let warm = 0; warm < 20; warm += 1) await ask(stand, cookie, question(warm));
  const took: number[] = [];
  let shown = 0;
  for (let index = 0; index < ASKED; index += 1) {
    const began = performance.now();
    shown += (await ask(stand, cookie, question(index))).items.length;
    took.push(performance.now() - began);
  }
  return { p95: percentile(took, 0.95), p50: percentile(took, 0.5), shown: shown / ASKED };
}
