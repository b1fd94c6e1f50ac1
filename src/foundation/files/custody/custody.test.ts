import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';
import { walkOneIncident } from '../../../../tests/support/walk.ts';

inDistrict('custody of evidence', (district) => {
  let officer: Person;
  let leader: Person;
  let incidentId: string;
  beforeAll(async () => {
    ({ incidentId } = await walkOneIncident(district()));
    officer = await district().as('zhiban');
    leader = await district().as('daiban');
  });

  let count = 0;
  const paper = () => {
    count += 1;
    return Buffer.from(`%PDF-1.4\n% ${count}\n%%EOF`);
  };
  const upload = async (who: Person, bytes: Buffer) =>
    (await who.post('/api/files?name=a.pdf', bytes, { 'content-type': 'application/pdf' })).body as { id: string };
  const attached = async (bytes = paper()) => {
    const { id } = await upload(officer, bytes);
    await officer.does('files.attach', { register: 'incident', recordId: incidentId, ids: [id] });
    return id;
  };
  const contentOf = (bytes: Buffer) => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    return join(district().home, 'files', digest.slice(0, 2), digest);
  };
  /** Nobody stays signed in for ten years: the files grow older instead. */
  const ageBy = (years: number) =>
    district().server.platform.database.transact((tx) =>
      sql`update file set created_at = created_at - make_interval(years => ${years}::int)`.execute(tx),
    );

  it('tells who handed it in, took it away and why, gave it on and received it, each step sealed', async () => {
    const id = await attached();
    const { items } = await officer.sees<{ items: { id: string; name: string }[] }>('files.of', {
      register: 'incident',
      recordId: incidentId,
    });
    expect(items.map((one) => one.id)).toContain(id);
    const team = await district().as('bajiao');
    expect((await team.view('files.custody', { id })).status).toBe(404);
    expect((await team.get(`/api/files/${id}/original?reason=xx`)).status).toBe(404);
    await officer.does('files.transfer', { id, toPersonId: team.personId, reason: '移送调查组' });
    expect((await team.get(`/api/files/${id}/original?reason=${encodeURIComponent('制作卷宗')}`)).status).toBe(200);
    await district().settle();
    const { custody } = await team.sees<{ custody: Record<string, unknown>[] }>('files.custody', { id });
    expect(custody).toMatchObject([
      { kind: 'file.kept', isSealed: true },
      { kind: 'file.attached' },
      { kind: 'file.transferred', reason: '移送调查组' },
      { kind: 'file.downloaded', reason: '制作卷宗', isSealed: true },
    ]);
    expect(custody[2]?.to).toBeTruthy();
  });

  it('adds files only to a record that one sees, and only one’s own', async () => {
    const team = await district().as('ranqi');
    const stranger = await upload(team, paper());
    const input = { register: 'incident', recordId: incidentId, ids: [stranger.id] };
    expect((await officer.command('files.attach', input)).body.key).toBe('file.not_yours');
    const unseen = { ...input, recordId: '01900000-0000-7000-8000-000000000000' };
    expect((await team.command('files.attach', unseen)).status).toBe(404);
  });

  it('destroys after retention what a person confirms, never before and never what is held', async () => {
    const bytes = paper();
    const id = await attached(bytes);
    const twin = await attached(bytes);
    const destroy = (ids: string[]) => leader.command('files.destroy', { ids, reason: '保存期满' });
    expect((await destroy([id])).body.key).toBe('file.not_due');
    const { id: holdId } = await leader.does<{ id: string }>('fileHolds.place', {
      register: 'incident',
      recordId: incidentId,
      reason: '事故调查',
      caseNumber: '石应急调〔2026〕1号',
    });
    await ageBy(11);
    expect((await destroy([id])).body.key).toBe('file.held');
    const held = await leader.sees<{ items: { id: string }[] }>('files.list', { shown: 'held' });
    expect(held.items.map((one) => one.id)).toContain(id);
    // Whoever goes round the command meets the database.
    const past = district().server.platform.database.transact((tx) =>
      sql`update file set state = 'destroyed' where id = ${id}`.execute(tx),
    );
    await expect(past).rejects.toThrow(/legal hold/);
    expect((await officer.command('fileHolds.lift', { id: holdId, reason: '调查结束' })).status).toBe(403);
    await leader.does('fileHolds.lift', { id: holdId, reason: '调查结束' });
    const due = await leader.sees<{ items: { id: string }[] }>('files.list', { shown: 'due' });
    expect(due.items.map((one) => one.id)).toEqual(expect.arrayContaining([id, twin]));

    expect(existsSync(contentOf(bytes))).toBe(true);
    await leader.does('files.destroy', { ids: [id], reason: '保存期满' });
    await district().settle();
    // The same content under another record is another record's evidence.
    expect(existsSync(contentOf(bytes))).toBe(true);
    await leader.does('files.destroy', { ids: [twin], reason: '保存期满' });
    await district().settle();
    expect(existsSync(contentOf(bytes))).toBe(false);
    expect((await leader.get(`/api/files/${id}`)).status).toBe(410);
    const kept = await leader.sees<{ state: string; sha256: string; name: string; custody: { kind: string }[] }>(
      'files.custody',
      { id },
    );
    expect(kept).toMatchObject({ state: 'destroyed', name: `${id}.pdf` });
    expect(kept.custody.map(({ kind }) => kind)).toEqual([
      'file.kept',
      'file.attached',
      'file_hold.placed',
      'file_hold.lifted',
      'file.destroyed',
    ]);
  });
});
