import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phrase } from '../../kernel/phrases.ts';
import { backUp, type Database, openDatabase, restore } from '../database/index.ts';
import { verifyTimeline } from '../timeline/index.ts';

export interface Drill {
  readonly tables: number;
  readonly rows: number;
  /** Bytes of the backup. */
  readonly size: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  /** Rows equal table by table, and the timeline's chain whole against the checkpoints outside. */
  readonly isWhole: boolean;
}

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
const STAGES: readonly Phrase[] = [
  { zh: '备份', en: 'Backing up' },
  { zh: '恢复', en: 'Restoring' },
  { zh: '核对', en: 'Comparing' },
];

/**
 * Backs the running database up, restores it into an empty one (a server's by `DRILL_DATABASE_URL`, else a temporary
 * embedded one), compares row counts and digests table by table and verifies the chain. Nothing of it stays.
 */
export async function drillRestoring(
  database: Database,
  home: string,
  timelineKey: Buffer,
  tell: (done: number, stage: Phrase) => Promise<void> = async () => {},
): Promise<Drill> {
  const folder = await mkdtemp(join(tmpdir(), 'fengsui-drill-'));
  const stage = (done: number) => tell(done, STAGES[done] as Phrase);
  try {
    await stage(0);
    // Checkpoints of before: those of later tell of entries that the backup cannot have.
    const before = join(folder, 'before');
    const checkpoints = join(home, 'timeline');
    // The sealer goes on: a head that is just being written is passed over, the one before it is whole.
    const filter = (path: string) => !path.endsWith('.new');
    if (existsSync(checkpoints)) await cp(checkpoints, join(before, 'timeline'), { recursive: true, filter });
    const file = join(folder, 'drill.fengsui.gz');
    const began = performance.now();
    await backUp(database, file);
    const saved = performance.now();
    await stage(1);
    const url = process.env.DRILL_DATABASE_URL;
    const open = { home: join(folder, 'home'), migrationsFolder: MIGRATIONS, log: () => {}, poolSize: 2 };
    const other = await openDatabase(url ? { ...open, url } : open);
    try {
      const { tables } = await restore(other, file);
      const restored = performance.now();
      await stage(2);
      const { isWhole } = await verifyTimeline(other, before, timelineKey);
      return {
        tables: Object.keys(tables).length,
        rows: Object.values(tables).reduce((sum, table) => sum + table.rows, 0),
        size: (await stat(file)).size,
        backupSeconds: seconds(saved - began),
        restoreSeconds: seconds(restored - saved),
        isWhole,
      };
    } finally {
      await other.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;
