import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addressOf } from '../src/foundation/api/address.ts';
import { type ServerProcess, serverProcess, signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile, say } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const ROOT = join(import.meta.dirname, '..');
/** Without a database that was filled before, a share of the true scale is made: what is judged by it is not the true scale. */
const SHARE = 0.02;
const ASKED = 40;
const BOX = { west: 116.145, south: 39.88, width: 0.1, height: 0.07 };

type Ask = (cookie: string, round: number) => Promise<Response>;
interface Question {
  readonly what: string;
  readonly most?: number;
  readonly ask: Ask;
  readonly times?: number;
}

/**
 * The demo at true scale, asked as people do, one after the other: on DATABASE_URL with FENGSUI_HOME where `npm run demo:scale` filled
 * them, else on a small share that is made for it. Each question differs from the one before, so that nothing finished is given out.
 */
export async function scale(): Promise<Figure[]> {
  const { DATABASE_URL, FENGSUI_HOME } = process.env;
  if (DATABASE_URL && FENGSUI_HOME) {
    const server = await serverProcess({ home: FENGSUI_HOME, databaseUrl: DATABASE_URL });
    try {
      const began = performance.now();
      await server.start();
      const started = { what: 'second start', value: (performance.now() - began) / 1000, unit: 's', most: 2.5 };
      return [started, ...(await measured(server))];
    } finally {
      await server.stop();
    }
  }
  say(`  DATABASE_URL and FENGSUI_HOME name no filled demo: made at a share of ${SHARE}`);
  return onStand('server', async (stand) => {
    await stand.server.stop();
    fill(stand);
    await stand.server.start();
    return measured(stand.server);
  });
}

function fill({ home, databaseUrl }: Stand): void {
  execFileSync(process.execPath, ['src/apps/cli/main.ts', 'demo:scale', '--share', String(SHARE)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, FENGSUI_HOME: home, FENGSUI_DEMO: '1' },
    stdio: 'ignore',
  });
}

async function measured(server: ServerProcess): Promise<Figure[]> {
  const cookie = await signIn(server.url, 'zhiban');
  const figures: Figure[] = [];
  const tree = await fetch(`${server.url}/api/catalogue-layers/tree`, { headers: { cookie } });
  const { entries } = (await tree.json()) as { entries: { id: string; folder: string }[] };
  // With another small layer each time a tile is one that nobody asked for before.
  const small = entries.filter(({ folder }) => folder.startsWith('水库/')).map(({ id }) => id);
  for (const { what, ask, most, times = ASKED } of questions(server.url, small)) {
    const took: number[] = [];
    for (let round = -2; round < times; round += 1) {
      const began = performance.now();
      const answer = await ask(cookie, round + 2);
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status >= 300) throw new Error(`${what}: ${answer.status} (${bytes} bytes)`);
      if (round >= 0) took.push(performance.now() - began);
    }
    figures.push({
      what: `${what}, p95`,
      value: percentile(took, 0.95),
      unit: 'ms',
      ...(most === undefined ? {} : { most }),
    });
  }
  return figures;
}

function questions(url: string, small: readonly string[]): Question[] {
  const see =
    (name: string, input: (round: number) => Record<string, unknown> = () => ({})): Ask =>
    (cookie, round) => {
      const { method, path, rest } = addressOf(name, 'view', input(round));
      const body = method === 'POST' ? { body: JSON.stringify(rest) } : {};
      return fetch(`${url}${path}`, { method, headers: { cookie, 'content-type': 'application/json' }, ...body });
    };
  const list = (what: string, plural: string, input: (round: number) => Record<string, unknown>): Question => ({
    what,
    most: 100,
    ask: see(`${plural}.list`, (round) => ({ limit: 50, ...input(round) })),
  });
  const tile = (layer: string, z: number, most = 100): Question => ({
    what: `tile z${z} of ${layer}, made anew`,
    most,
    ask: (cookie, round) => {
      const [x, y] = tileAt(z, round);
      const other = [round % 7, 7 + Math.floor(round / 7)].map((at) => small[at % small.length]).join(',');
      return fetch(`${url}/tiles/${layer},${other}/${z}/${x}/${y}.mvt?joined=1`, { headers: { cookie } });
    },
  });
  const around = (what: string, most: number, far: string): Question => ({
    what,
    most,
    ask: (cookie, round) => {
      const [lng, lat] = placeAt(round);
      return fetch(`${url}/api/surroundings/around?lng=${lng}&lat=${lat}&${far}`, { headers: { cookie } });
    },
  });
  const word = (round: number) => ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'][round % 8];
  return [
    list('570,000 residents, first page', 'residents', () => ({})),
    list('residents by sex, by year of birth', 'residents', (n) => ({
      sex: n % 2 ? 'male' : 'female',
      sort: 'birthYear',
    })),
    list('residents by a word', 'residents', (n) => ({
      q: `RK1101073${String(n * 7919)
        .padStart(5, '0')
        .slice(0, 5)}`,
    })),
    list('residents within 500 m', 'residents', (n) => ({ within: `${placeAt(n).join(',')},500` })),
    list('220,000 households', 'households', (n) => ({ tenure: n % 2 ? 'let' : 'owned' })),
    list('50,000 legal persons by a word', 'legalPersons', (n) => ({ q: `${n * 97 + 1}号` })),
    list('250,000 credit records of a kind', 'creditRecords', (n) => ({
      creditKind: ['penalty', 'licence', 'inspection'][n % 3],
      sort: 'decidedOn',
    })),
    list('3,000 cameras', 'cameras', (n) => ({ cameraKind: n % 2 ? 'dome' : 'bullet' })),
    { what: 'count of the residents', most: 300, ask: see('residents.count') },
    { what: 'search for a person', most: 150, ask: see('search.find', (n) => ({ q: `${word(n)}${word(n + 3)}` })) },
    { what: 'search for a firm', most: 150, ask: see('search.find', (n) => ({ q: `餐饮${n * 10 + 1}号` })) },
    tile('residents', 8, 80),
    tile('residents', 11, 80),
    tile('residents', 13),
    tile('residents', 15),
    tile('legal-persons', 12),
    tile('cameras', 13),
    around('surroundings of 1 km', 300, 'metres=1000'),
    around('within 5 road minutes', 500, 'minutes=5'),
    around('within 15 road minutes', 500, 'minutes=15'),
    { what: 'catalogue tree of layers', most: 150, ask: see('catalogueLayers.tree') },
    { what: 'data catalogue', most: 500, ask: see('dataCatalogue.list'), times: 5 },
    { what: 'quality of all registers', ask: see('quality.registers'), times: 3 },
    {
      what: 'quality of the residents',
      most: 1000,
      ask: see('quality.ofRegister', () => ({ register: 'resident' })),
      times: 3,
    },
    {
      what: 'quality by unit of the residents',
      most: 1000,
      ask: see('quality.ofUnits', () => ({ register: 'resident' })),
      times: 3,
    },
  ];
}

/** Places that differ, always the same ones. */
function placeAt(round: number): [number, number] {
  const share = (factor: number) => (round * factor) % 1;
  return [
    Number((BOX.west + BOX.width * share(0.618_034)).toFixed(5)),
    Number((BOX.south + BOX.height * share(0.754_878)).toFixed(5)),
  ];
}

function tileAt(z: number, round: number): [number, number] {
  const [lng, lat] = placeAt(round);
  const all = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [Math.floor(((lng + 180) / 360) * all), Math.floor(y * all)];
}
