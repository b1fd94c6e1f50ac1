// `node bench/bundle-size.ts`: what the built browser apps weigh, in gzip bytes, beside their limits. Ends with 1 when one is passed.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const WEB = join(import.meta.dirname, '../dist/web');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

export interface Weight {
  readonly what: string;
  readonly bytes: number;
  readonly limit?: number;
}

/** The map and its worker are loaded when a map is looked at. */
const isMap = (key: string) => /maplibre|DistrictMap/.test(key);

/**
 * Weights of the built apps: what comes before signing in, and what an app needs to be at work, which is its shell with
 * the dearest screen that is opened in it. Every screen there is grows with each capability and is told without a limit.
 * @throws when nothing is built
 */
export function bundleWeights(): Weight[] {
  const manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const reach = (key: string, isLazyToo: boolean, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key) || isMap(key)) return seen;
    seen.add(key);
    for (const next of [...(chunk.imports ?? []), ...(isLazyToo ? (chunk.dynamicImports ?? []) : [])]) {
      reach(next, isLazyToo, seen);
    }
    return seen;
  };
  const weigh = (...keys: Set<string>[]) =>
    [...new Set(keys.flatMap((set) => [...set]))]
      .map((key) => manifest[key]?.file ?? '')
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + gzipBytes(file), 0);
  const atWork = (page: string) => {
    const shells = [page, ...(manifest[page]?.dynamicImports ?? [])];
    const shell = shells.map((key) => reach(key, false));
    const screens = [...reach(page, true)].map((key) => reach(key, false));
    return Math.max(...screens.map((screen) => weigh(...shell, screen)));
  };
  return [
    { what: 'before login', bytes: weigh(reach('index.html', false)), limit: 90_000 },
    { what: 'console with its dearest screen, without map', bytes: atWork('index.html'), limit: 350_000 },
    { what: 'field app with its dearest screen, without map', bytes: atWork('field/index.html'), limit: 250_000 },
    { what: 'console with every screen, without map', bytes: weigh(reach('index.html', true)) },
    { what: 'field app with every screen, without map', bytes: weigh(reach('field/index.html', true)) },
  ];
}

/** Files below 1 kB lie there uncompressed only. */
function gzipBytes(file: string): number {
  const packed = join(WEB, `${file}.gz`);
  return statSync(existsSync(packed) ? packed : join(WEB, file)).size;
}

if (import.meta.main) {
  const weights = bundleWeights();
  for (const { what, bytes, limit } of weights) {
    const share = limit ? ` (limit ${limit}, ${Math.round((100 * bytes) / limit)} %)` : '';
    console.log(`${what}: ${bytes} bytes gzip${share}`);
  }
  process.exit(weights.some(({ bytes, limit }) => limit !== undefined && bytes > limit) ? 1 : 0);
}
