import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/support/databases.ts';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';
import { newId } from '../../kernel/ids.ts';
import { execute, systemViewer } from '../api/index.ts';
import { readPdf } from '../documents/office-tools.fixture.ts';

interface Packs {
  items: { id: string; fileName: string; madeAt: string; rowCount: number; sha256: string }[];
  isLate: boolean;
}

inDistrict('continuity', (district) => {
  const packs = async () => (await district().as('zhiban')).sees<Packs>('fallbackPacks.list', {});

  it('lays one PDF ready with open incidents, orders, teams and the numbers to call', { timeout: 90_000 }, async () => {
    await walkOneIncident(district());
    expect((await packs()).isLate).toBe(true);
    const officer = await district().as('zhiban');
    await officer.does('fallbackPacks.make', {});
    await district().settle();
    const { items, isLate } = await packs();
    expect(isLate).toBe(false);
    const [pack] = items;
    const folder = join(district().home, 'fallback');
    const bytes = await readFile(join(folder, 'latest.pdf'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pack?.sha256);
    const { text } = readPdf(bytes);
    for (const words of ['在办事件', '古城大街', '未完成的指令', '燃气抢修队', '通讯录', '街道值班员', '10094']) {
      expect(text).toContain(words);
    }
  });

  it('hands a pack to the room alone, and keeps who took it', async () => {
    const [pack] = (await packs()).items;
    const at = `/api/fallback-packs/${pack?.id}/file`;
    const officer = await district().as('zhiban');
    const taken = await officer.get(at);
    expect(taken.status).toBe(200);
    expect(taken.raw.subarray(0, 5).toString()).toBe('%PDF-');
    for (const other of ['sysadmin', 'gucheng', 'qiangxian']) {
      expect((await (await district().as(other)).get(at)).status).toBe(403);
    }
    expect((await district().anybody().get(at)).status).toBe(401);
    const auditor = await district().as('auditor');
    const { entries } = await auditor.sees<{ entries: { kind: string; actorName: string }[] }>('timeline.audit', {
      kind: 'fallback_pack.taken',
    });
    expect(entries).toHaveLength(1);
  });

  it('removes packs whose time is over', { timeout: 90_000 }, async () => {
    const folder = join(district().home, 'fallback');
    const [old] = (await packs()).items;
    expect(await readdir(folder)).toContain(old?.fileName);
    // Two days later everybody's session is over: the server makes it by itself, as it does every hour.
    district().clock.advance(49 * 3_600_000);
    const { platform } = district().server;
    await execute(platform, { id: newId(), name: 'fallbackPacks.make', input: {} }, systemViewer);
    await district().settle();
    const files = await readdir(folder);
    expect(files).not.toContain(old?.fileName);
    expect(files).toHaveLength(2);
    district().clock.advance(-49 * 3_600_000);
  });

  it('proves that a backup can be restored: every table equal, the chain whole', { timeout: 120_000 }, async () => {
    // Another embedded database would take half a minute to make; what is compared is the same.
    const other = await freshDatabase('server', 'empty');
    process.env.DRILL_DATABASE_URL = other.url;
    try {
      const leader = await district().as('daiban');
      await leader.does('continuity.drill', {});
      await district().settle();
      const { items } = await leader.sees<{ items: { state: string; result: { rows: number; isWhole: boolean } }[] }>(
        'continuity.drills',
        {},
      );
      expect(items[0]).toMatchObject({ state: 'done', result: { isWhole: true } });
      expect(items[0]?.result.rows).toBeGreaterThan(5000);
    } finally {
      delete process.env.DRILL_DATABASE_URL;
      await other.release();
    }
  });
});
