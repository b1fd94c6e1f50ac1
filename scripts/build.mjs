// Builds the browser apps and the server when what they are made of has changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';

const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
/** What is built, from which settings and which files below `src`; a stamp each, so that a server's change builds no pages. */
const PARTS = [
  { name: 'web', config: 'vite.config.ts', isOf: (path) => !SERVER_ONLY.test(path) },
  {
    name: 'server',
    config: 'vite.server.config.ts',
    isOf: (path) => /[.]ts$/.test(path) && !/[.]test[.]ts$/.test(path),
  },
];
/** No browser code comes from these: their types may be used, their text never reaches a browser. */
const SERVER_ONLY =
  /[.](test|commands|views|reactions|routes|channel|document)[.]tsx?$|^src\/(apps\/(server|cli)|demo)\//;

/** Runs Vite under `node` for what dist/ does not hold from this very source; false when a build failed. */
export function ensureBuilt(node, { force = false } = {}) {
  const missing = () => {
    const sources = readSources();
    return PARTS.map((part) => ({ ...part, digest: sourceDigest(part, sources) })).filter(
      (part) => force || builtFrom(part) !== part.digest,
    );
  };
  if (missing().length === 0) return true;
  return withLock('build', () => missing().every((part) => build(node, part)));
}

function build(node, part) {
  if (part.name === 'web') console.error('正在构建浏览器界面……\nBuilding the browser apps …');
  const run = spawnSync(node, [VITE, 'build', '--config', part.config, '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) return false;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stampOf(part), `${part.digest}\n`);
  return true;
}

const stampOf = ({ name }) => join(ROOT, 'dist', `.${name}-sources`);
const builtFrom = (part) => (existsSync(stampOf(part)) ? readFileSync(stampOf(part), 'utf8').trim() : '');

/** Every file below `src` by its path, read once for all parts: a start that builds nothing waits for this. */
function readSources() {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    );
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path))]));
}

function sourceDigest({ config, isOf }, sources) {
  const hash = createHash('sha256');
  for (const path of [...[...sources.keys()].filter(isOf), config, 'package-lock.json'].sort()) {
    hash.update(`${path}\0`).update(sources.get(path) ?? readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}
