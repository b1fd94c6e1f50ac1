import { parseArgs } from 'node:util';
import { boundaryOf } from '../../demo/scale/boundary.ts';
import { fillScale } from '../../demo/scale/fill-scale.ts';
import { type Scale, TRUE_SCALE } from '../../demo/scale/sheets.ts';
import { startServer } from '../server/start.ts';

interface Asked {
  readonly home: string;
  readonly args: readonly string[];
  say(line: string): void;
}

const USAGE = '用法 usage: npm run demo:scale -- [--share 0.01] [--boundary FILE.geojson] [--system gcj02]';

/** Fills the demo to true scale, or to a share of it, and says what it did; what is there already stays. */
export async function fillDemo({ home, args, say }: Asked): Promise<number> {
  const options = { share: { type: 'string' }, boundary: { type: 'string' }, system: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const share = Number(values.share ?? 1);
  if (!(share > 0 && share <= 1)) {
    say(USAGE);
    return 2;
  }
  const began = performance.now();
  const server = await startServer({
    home,
    databaseUrl: process.env.DATABASE_URL,
    log: () => {},
    isDemo: true,
    hasSchedules: false,
  });
  try {
    const { platform } = server;
    const boundary = values.boundary && (await boundaryOf(platform, values.boundary, values.system));
    await fillScale(platform, { scale: scaledBy(share), say, ...(boundary ? { boundary } : {}) });
    say('检索与统计正在跟上 search and figures are catching up …');
    await server.settle();
    say(`完成 done, ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return 0;
  } finally {
    await server.stop();
  }
}

const scaledBy = (share: number): Scale =>
  Object.fromEntries(
    Object.entries(TRUE_SCALE).map(([name, count]) => [name, Math.max(1, Math.round(count * share))]),
  ) as unknown as Scale;
