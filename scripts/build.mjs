// Builds the browser apps when what they are made of has changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';

const STAMP = join(ROOT, 'dist', '.sources');
/** No browser code comes from these: their types may be used, their text never reaches a browser. */
const SERVER_ONLY =
  /[.](test|commands|views|reactions|routes|channel|document)[.]tsx?$|^src\/(apps\/(server|cli)|demo)\//;

/** Runs Vite under `node` unless dist/ already holds this very source; false when the build failed. */
export function ensureBuilt(node, { force = false } = {}) {
  if (!force && builtFrom() === sourceDigest()) return true;
  return withLock('build', () => {
    const digest = sourceDigest();
    if (!force && builtFrom() === digest) return true;
    console.error('正在构建浏览器界面……\nBuilding the browser apps …');
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    const run = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (run.status !== 0) return false;
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(STAMP, `${digest}\n`);
    return true;
  });
}

const builtFrom = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : '');

function sourceDigest() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => path.slice(ROOT.length + 1).replaceAll('\\', '/'))
    .filter((path) => !SERVER_ONLY.test(path));
  for (const path of [...sources, 'vite.config.ts', 'package-lock.json'].sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}
