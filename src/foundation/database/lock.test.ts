import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from './lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengsui-lock-'));
  path = join(folder, 'database.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that takes the lock, says whether it has it, and holds it until it is told to end. */
function starter() {
  const module = join(import.meta.dirname, 'lock.ts');
  const code = `const { takeLock } = await import(${JSON.stringify(module)});
    try { takeLock(${JSON.stringify(path)}); console.log('holds'); } catch { console.log('refused'); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const says = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  return { says, end: () => child.kill('SIGKILL') };
}

it('is one starter’s when several start at the same instant', async () => {
  const starters = Array.from({ length: 6 }, starter);
  const said = await Promise.all(starters.map(({ says }) => says));
  for (const { end } of starters) end();
  expect(said.filter((words) => words === 'holds')).toHaveLength(1);
});

it('is free again after kill -9 of its holder', async () => {
  const holder = starter();
  expect(await holder.says).toBe('holds');
  expect(() => takeLock(path)).toThrow();
  holder.end();
  await expect
    .poll(() => {
      try {
        return takeLock(path);
      } catch {
        return undefined;
      }
    })
    .toBeDefined();
});

it('does not mistake a stranger with the same number for its holder', () => {
  writeFileSync(path, `${process.pid} 1`);
  expect(takeLock(path)).toBeTypeOf('function');
});
