import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface List {
  day: string;
  owed: number;
  reported: number;
  late: number;
  matters: number;
  items: {
    id: string;
    version: number;
    unitName: string;
    state: string;
    isLate: boolean;
    isMine: boolean;
    text: string | null;
  }[];
}
const HOUR = 3_600_000;

inDistrict('the zero report of a day', (district) => {
  it('is owed by every street and department, said in words, and whoever has not reported is seen and reminded', async () => {
    const officer = await district().as('zhiban');
    const street = await district().as('gucheng');
    const day = '2026-06-11';
    const { asked } = await officer.does<{ asked: number }>('zeroReports.ask', { day });
    expect(asked).toBeGreaterThan(9);
    expect((await officer.command('zeroReports.ask', { day })).status).toBe(409);
    expect(await officer.command('zeroReports.ask', { day: '2026-06-12' })).toMatchObject({
      status: 400,
      body: { field: 'day' },
    });
    const look = (who = officer) => who.sees<List>('zeroReports.list', {});
    const own = (await look(street)).items;
    expect(own).toMatchObject([{ state: 'owed', isMine: true }]);
    const [mine] = own;
    const give = (more: object) => street.command('zeroReports.report', { id: mine?.id, ...more });
    // Something happened and nothing is said of it: refused. What cannot be a number is named.
    expect(await give({ matters: 2 })).toMatchObject({ status: 409 });
    expect(await give({ matters: -1 })).toMatchObject({ status: 400, body: { field: 'matters' } });
    expect((await give({ matters: 0 })).status).toBe(200);
    expect((await give({ matters: 0 })).status).toBe(409);
    expect(await look()).toMatchObject({ reported: 1, owed: asked - 1, late: 0, matters: 0 });
    const foreign = (await look()).items.find(({ isMine, state }) => !isMine && state === 'owed');
    expect((await street.command('zeroReports.report', { id: foreign?.id, matters: 0 })).status).toBe(404);

    // An hour before four o'clock the system reminds, once, and nobody who has reported.
    district().clock.advance(4.5 * HOUR);
    await district().settle();
    const other = await district().as('bajiao');
    await expect.poll(async () => JSON.stringify(await other.sees('messages.inbox'))).toContain('每日情况');
    expect(JSON.stringify(await street.sees('messages.inbox'))).not.toContain('每日情况');
    // Past four: who signs in now finds it late and still gives it; the leader sees who is left.
    district().clock.advance(1.5 * HOUR);
    const tardy = await district().as('lugu');
    const late = (await look(tardy)).items[0];
    expect(late).toMatchObject({ state: 'owed', isLate: true });
    await tardy.does('zeroReports.report', { id: late?.id, matters: 1, text: '一起电动车自燃，已处置' });
    const leader = await district().as('daiban');
    expect(await look(leader)).toMatchObject({ matters: 1, reported: 2 });
    const { reminded } = await leader.does<{ reminded: number }>('zeroReports.remind', { day });
    expect(reminded).toBe(asked - 2);
    // In the situation they are one line: forty units would hide the incident below.
    type Board = { needs: { title: { zh: string } }[] };
    const { needs } = await leader.sees<Board>('command.situation');
    const told = needs.map(({ title }) => title.zh).filter((title) => title.includes('零报告'));
    expect(told).toEqual([expect.stringContaining(`等 ${asked - 2} 项`)]);
  });
});
