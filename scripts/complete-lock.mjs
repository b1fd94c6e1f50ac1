// `node scripts/complete-lock.mjs`, after a change of dependencies: names in package-lock.json the optional packages of other
// platforms that the registry in use did not have. Without them `npm ci` refuses the lock everywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.mjs';

const PATH = join(ROOT, 'package-lock.json');
const PLATFORM =
  /-(linux|darwin|win32|android|freebsd|netbsd|openbsd|openharmony|sunos|aix)-([a-z0-9]+?)(?:-(musl|gnu|msvc))?$/;

/** Optional dependencies that have no entry: `[owner, name, version]`. */
export function unnamedOptionals(lock) {
  return Object.entries(lock.packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${owner}/node_modules/${name}`])
      .map(([name, version]) => [owner, name, version]),
  );
}

function entryFor(owner, name, version) {
  const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
  if (os === undefined || !/^\d/.test(version))
    throw new Error(`${name}@${version}: not a pinned package of one platform`);
  return {
    version,
    cpu: [cpu],
    ...(owner.dev ? { dev: true } : {}),
    ...(os === 'linux' ? { libc: [libc === 'musl' ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os],
  };
}

function main() {
  const lock = JSON.parse(readFileSync(PATH, 'utf8'));
  for (const [owner, name, version] of unnamedOptionals(lock)) {
    lock.packages[`node_modules/${name}`] = entryFor(lock.packages[owner], name, version);
    console.log(`named ${name}@${version}`);
  }
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  writeFileSync(PATH, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
