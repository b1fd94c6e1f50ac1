import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newId } from '../../kernel/ids.ts';

/**
 * A second process on the same data folder silently loses rows, so there is one holder. The lock names process and
 * start time: a number that the system gave to somebody else after a crash is not the holder.
 * @throws an Error with a line in both languages when another process holds it.
 */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`;
  const draft = `${path}.${newId()}`;
  writeFileSync(draft, own);
  try {
    for (;;) {
      try {
        // A hard link appears at once and only once, also for two starters at the same instant.
        linkSync(draft, path);
        return () => {
          if (read(path) === own) rmSync(path, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(path);
      if (holder === undefined) continue;
      if (isAlive(holder)) {
        throw new Error(
          `数据目录正被进程 ${holder.split(' ')[0]} 使用，请先停止它，或设置另一个 FENGSUI_HOME。\n` +
            `The data folder is in use by process ${holder.split(' ')[0]}; stop it, or set another FENGSUI_HOME.`,
        );
      }
      // Whoever renames the dead lock away may try again; the other finds it gone and tries again too.
      const grave = `${path}.${newId()}`;
      try {
        renameSync(path, grave);
        if (read(grave) !== holder) linkSync(grave, path);
        rmSync(grave, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'EEXIST')
          throw error;
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(holder: string): boolean {
  const [number, start = ''] = holder.split(' ');
  const pid = Number(number);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = startOf(pid);
  return start === '' || now === undefined || now === start;
}

/** Start time of a process in clock ticks since boot, where the system tells it. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
