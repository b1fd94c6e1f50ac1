import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoLogins } from '../../demo/start.ts';
import { drillRestoring } from '../../foundation/continuity/index.ts';
import { backUp, openDatabase, readKeyEscrow, restore, writeKeyEscrow } from '../../foundation/database/index.ts';
import { escrowPath, installationKeys } from '../../foundation/personal-data/index.ts';
import { verifyTimeline } from '../../foundation/timeline/index.ts';
import { ROOT } from '../server/start.ts';
import { proposeMigration } from './migration.ts';

const [task = '', ...args] = process.argv.slice(2);
const home = process.env.FENGSUI_HOME ?? join(ROOT, '.fengsui');
const say = (line: string) => process.stdout.write(`${line}\n`);

const open = () =>
  openDatabase({
    url: process.env.DATABASE_URL,
    home,
    migrationsFolder: join(ROOT, 'migrations'),
    log: () => {},
    poolSize: 2,
  });

const escrow = () => escrowPath(home);

const tasks: Record<string, () => Promise<number>> = {
  async 'demo:logins'() {
    say(JSON.stringify(demoLogins(new Date()), null, 2));
    return 0;
  },
  /** `demo:scale [--share 0.01] [--boundary FILE --system gcj02]`: the demo district at true scale, on DATABASE_URL or embedded. */
  async 'demo:scale'() {
    const { fillDemo } = await import('./fill-demo.ts');
    return fillDemo({ home, args, say });
  },
  /** The embedded demo district is forgotten; the next start builds it anew. A server database is never dropped here. */
  async 'demo:reset'() {
    if (process.env.DATABASE_URL) {
      say('demo:reset 只重置内嵌数据库；请自行清空 DATABASE_URL 指向的库。 Only the embedded database is reset.');
      return 1;
    }
    const lock = join(home, 'database.lock');
    const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split(' ')[0]) : 0;
    if (pid > 0 && existsSync(`/proc/${pid}`)) {
      say(`进程 ${pid} 正在使用，请先停止。 Process ${pid} is using it; stop it first.`);
      return 1;
    }
    for (const part of ['database', 'timeline', 'keys', 'files'])
      rmSync(join(home, part), { recursive: true, force: true });
    say('演示数据已清除，下次 npm start 重新生成。 Demo data removed; the next npm start builds it anew.');
    return 0;
  },
  async backup() {
    const path = resolve(
      args[0] ?? join(home, 'backups', `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.fengsui.gz`),
    );
    const database = await open();
    try {
      const { tables } = await backUp(database, path);
      const keys = await writeKeyEscrow(database, escrow());
      const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
      say(
        `${path}\n${rows} 行 rows, ${Object.keys(tables).length} 表 tables; 密钥托管 key escrow: ${escrow()} (${keys})`,
      );
      return 0;
    } finally {
      await database.close();
    }
  },
  /** `restore FILE`: into the empty database of FENGSUI_HOME or DATABASE_URL, with the keys that lie in FENGSUI_HOME/keys. */
  async restore() {
    if (!args[0]) {
      say('用法 usage: npm run restore -- FILE');
      return 2;
    }
    const began = performance.now();
    const database = await open();
    try {
      const { tables } = await restore(database, resolve(args[0]));
      await readKeyEscrow(database, escrow());
      const verdict = await verifyTimeline(database, home, installationKeys(home).timeline);
      const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
      say(
        `${rows} 行已恢复并逐表核对 rows restored and compared, ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      say(JSON.stringify(verdict));
      return verdict.isWhole ? 0 : 1;
    } finally {
      await database.close();
    }
  },
  /** Backs up, restores into another database and compares; the running one is only read. */
  async 'restore-drill'() {
    const database = await open();
    try {
      const drill = await drillRestoring(database, home, installationKeys(home).timeline);
      say(
        `${drill.rows} 行 rows, ${drill.tables} 表 tables; 备份 backup ${drill.backupSeconds} s, 恢复 restore ${drill.restoreSeconds} s`,
      );
      say(drill.isWhole ? '完整一致 whole and equal' : '大事记不完整 the timeline is not whole');
      return drill.isWhole ? 0 : 1;
    } finally {
      await database.close();
    }
  },
  async 'verify-timeline'() {
    const database = await open();
    try {
      const began = performance.now();
      const verdict = await verifyTimeline(database, home, installationKeys(home).timeline);
      say(JSON.stringify({ ...verdict, seconds: Number(((performance.now() - began) / 1000).toFixed(2)) }));
      return verdict.isWhole ? 0 : 1;
    } finally {
      await database.close();
    }
  },
  async migration() {
    return proposeMigration(args[0], say);
  },
};

const run = tasks[task];
if (!run) {
  say(`未知任务 unknown task: ${task}\n${Object.keys(tasks).join('  ')}`);
  process.exit(2);
}
try {
  process.exit(await run());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
