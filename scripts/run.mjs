import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';

const children = new Set();

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  process.on(signal, () => {
    // Ctrl-C reaches the whole terminal group already; a second SIGINT would cut a graceful stop short.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    for (const child of children) child.kill(signal);
  });
}

// npm starts tasks through a shell that passes no signal on: told to stop, npm and the shell go and this process would stay,
// with a server nobody can reach. So it looks whether its parent is still there.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stopAll();
  }, 500);
  watch.unref();
}

/**
 * Runs a process in the checkout, passes the signals of this one on, and resolves with its exit code (128 + signal number
 * when a signal ended it, 127 when it could not be started). `options` are those of `spawn`; by default it shares the terminal.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    children.add(child);
    const ended = (code) => {
      children.delete(child);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(String(error));
      ended(127);
    });
    child.on('exit', (code, signal) => ended(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** As `run`, but quiet: resolves with the exit code and everything that was printed. */
export async function capture(command, args, options = {}) {
  const chunks = [];
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (status) => resolve(status ?? 1));
  });
  children.delete(child);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/** Tells every process that still runs to stop. */
export function stopAll() {
  for (const child of children) child.kill('SIGTERM');
}
