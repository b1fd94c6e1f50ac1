import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Entry {
  readonly kind: string;
  readonly register: string;
  readonly subjectTitle: string;
  readonly actorName: string;
  readonly recordedAt: string;
  readonly position: number | null;
}
interface Trail {
  readonly entries: readonly Entry[];
  readonly total: number;
}

inDistrict('the audit trail', (district) => {
  it('is read by who, what and when, with the name of whom it concerns and nothing of what was said', async () => {
    const sysadmin = await district().as('sysadmin');
    const auditor = await district().as('auditor');
    const { units } = await sysadmin.sees<{ units: { id: string; shortName: string; name: string }[] }>('units.tree');
    const unit = units.find((one) => one.shortName === '区应急局');
    district().clock.advance(60_000);
    const begun = district().clock.now();
    await sysadmin.does('units.rename', { id: unit?.id, name: `${unit?.name}（筹）`, shortName: '区应急局' });
    const { id } = await sysadmin.does<{ id: string }>('people.register', { unitId: unit?.id, name: '被审计者' });
    await sysadmin.does('accounts.open', { personId: id, username: 'beishenji' });
    await district().server.settle();

    const trail = (input: object) => auditor.sees<Trail>('timeline.audit', { limit: 500, ...input });
    const since = await trail({ from: begun.toISOString(), actor: '方系' });
    expect(since.entries.map(({ kind, subjectTitle, actorName }) => [kind, subjectTitle, actorName])).toEqual([
      ['account.opened', 'beishenji', '方系舟'],
      ['person.registered', '被审计者', '方系舟'],
      ['unit.renamed', `${unit?.name}（筹）`, '方系舟'],
    ]);
    expect(since.total).toBe(3);
    expect(since.entries.some((entry) => 'payload' in entry)).toBe(false);
    expect((await trail({ from: begun.toISOString(), kind: 'account.opened' })).total).toBe(1);
    expect((await trail({ from: begun.toISOString(), register: 'unit' })).entries).toHaveLength(1);
    expect((await trail({ until: begun.toISOString(), actor: '方系', register: 'unit' })).total).toBe(0);
    expect((await trail({ actor: '%' })).total).toBe(0);
    const [newest, second] = since.entries;
    const older = await trail({ from: begun.toISOString(), actor: '方系', before: newest?.position });
    expect(older).toMatchObject({ entries: [{ position: second?.position }, {}], total: 3 });
  });

  it('says where the chain stands and walks it, for the audit administrator only', async () => {
    const auditor = await district().as('auditor');
    await district().server.settle();
    const { body: head } = await auditor.get('/api/timeline/head');
    expect(head).toMatchObject({ unsealed: 0, checkpoint: { position: head.position } });
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
    const { body: verdict } = await auditor.get('/api/timeline/verdict');
    expect(verdict).toMatchObject({ isWhole: true, entries: head.position });
    const other = await district().as('secadmin');
    for (const path of ['head', 'verdict']) expect((await other.get(`/api/timeline/${path}`)).status).toBe(403);
  });
});
