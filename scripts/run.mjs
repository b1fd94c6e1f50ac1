import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';

/**
 * Runs the processes with this terminal as theirs, passes signals on, and ends this process with the exit code of the first
 * one that ends (128 + signal number when a signal ended it); the others are then told to stop.
 */
export function runForeground(processes) {
  const children = processes.map(({ command, args, env }) =>
    spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' }),
  );
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole terminal group already; a second SIGINT would cut the graceful stop short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      for (const child of children) child.kill(signal);
    });
  }
  let exitCode;
  return Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          const ended = (code) => {
            exitCode ??= code;
            for (const other of children) if (other !== child) other.kill('SIGTERM');
            resolve();
          };
          child.on('error', (error) => {
            console.error(String(error));
            ended(1);
          });
          child.on('exit', (code, signal) => ended(code ?? 128 + (constants.signals[signal] ?? 0)));
        }),
    ),
  ).then(() => process.exit(exitCode));
}
