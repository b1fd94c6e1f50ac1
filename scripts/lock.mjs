import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const TEN_MINUTES = 600_000;

/** Runs `work` while no other process of this checkout runs work of the same name: two starters at once install and build once. */
export function withLock(name, work) {
  const directory = join(ROOT, '.fengsui');
  const path = join(directory, `${name}.lock`);
  const release = acquire(directory, path);
  try {
    return work();
  } finally {
    release();
  }
}

function acquire(directory, path) {
  for (const deadline = Date.now() + TEN_MINUTES; Date.now() < deadline; pause(200)) {
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      const release = () => rmSync(path, { force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      // A checkout that cannot be written has nobody to wait for; the work itself will say what it could not do.
      if (error.code !== 'EEXIST') return () => {};
      if (!isAlive(Number(readFileSync(path, 'utf8')))) rmSync(path, { force: true });
    }
  }
  throw new Error(`${path} has been held for ten minutes`);
}

function isAlive(pid) {
  // An empty file: its writer is between creating and filling it.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
