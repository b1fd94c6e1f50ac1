import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseKind, freshDatabase } from '../../../tests/support/databases.ts';
import { type District, openDistrict } from '../../../tests/support/district.ts';
import { installationKeys } from '../personal-data/index.ts';
import { verifyTimeline } from '../timeline/index.ts';
import { backUp, readKeyEscrow, restore, writeKeyEscrow } from './index.ts';

const CALL = {
  sourceChannel: 'phone',
  kind: 'fire',
  knownAt: '2026-06-11T02:38:00Z',
  placeText: '八角西街',
  text: '楼道冒烟，王女士报告',
};

describe.each<[DatabaseKind, DatabaseKind]>([
  ['embedded', 'server'],
  ['server', 'embedded'],
])('a backup of %s restored into %s', (from, to) => {
  let district: District;
  let close: () => Promise<void>;
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-backup-'));
  const path = join(folder, 'district.fengsui.gz');
  const escrow = join(folder, 'escrow.json');
  const ids: string[] = [];

  beforeAll(async () => {
    ({ district, close } = await openDistrict(from));
    const officer = await district.as('zhiban');
    for (let index = 0; index < 2; index += 1) ids.push((await officer.does<{ id: string }>('intake.take', CALL)).id);
    await district.settle();
    await backUp(district.server.platform.database, path);
    const leader = await district.as('daiban');
    await leader.does('personalData.destroy', { register: 'intake', recordId: ids[0], reason: '事件结束，按规定销毁' });
    await district.settle();
    await writeKeyEscrow(district.server.platform.database, escrow);
  });
  afterAll(async () => {
    await close?.();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every row, the whole chain, and not what was destroyed since', async () => {
    const target = await freshDatabase(to, 'empty');
    const database = await target.open();
    try {
      const { tables } = await restore(database, path);
      expect(tables.person?.rows).toBeGreaterThan(2000);
      expect(tables.intake?.rows).toBe(2);
      expect(tables.data_key).toBeUndefined();
      await readKeyEscrow(database, escrow);
      for (const part of ['keys', 'timeline'])
        cpSync(join(district.home, part), join(target.home, part), { recursive: true });
      const keys = installationKeys(target.home);
      // The head outside the database is newer than the backup: verified against the checkpoint, the tail is missing.
      const verdict = await verifyTimeline(database, target.home, keys.timeline);
      expect(verdict.firstBad?.fault).toBe('cut');
      expect(verdict.entries).toBe(tables.fact?.rows);
      rmSync(join(target.home, 'timeline'), { recursive: true });
      expect(await verifyTimeline(database, target.home, keys.timeline)).toMatchObject({ isWhole: true, unsealed: 0 });

      const left = await sql<{ record_id: string }>`
        select record_id from data_key where register = 'intake' and wrapped is not null`.execute(database.kysely);
      expect(left.rows.map((row) => row.record_id)).toEqual([ids[1]]);
      await expect(restore(database, path)).rejects.toThrow(/not empty/);
      // What is restored goes on: numbers and sequences stand behind the last ones.
      const next = await sql<{
        next: number;
      }>`select nextval(pg_get_serial_sequence('fact', 'sequence')) as next`.execute(database.kysely);
      expect(Number(next.rows[0]?.next)).toBeGreaterThan(tables.fact?.rows ?? 0);
    } finally {
      await database.close();
      await target.release();
    }
  });

  it('shows the destroyed text to nobody, while the timeline still proves that it was there', async () => {
    const officer = await district.as('zhiban');
    expect(await officer.sees('intake.record', { id: ids[0] })).toMatchObject({ text: null });
    expect(await officer.sees('intake.record', { id: ids[1] })).toMatchObject({ text: CALL.text });
    const auditor = await district.as('auditor');
    expect((await auditor.get('/api/timeline/verdict')).body).toMatchObject({ isWhole: true });
  });
});
