import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

inDistrict('a calendar link', (district) => {
  it('shows the shifts of its owner or of a unit to a program that cannot sign in, until it is ended', async () => {
    const who = await district().as('gucheng');
    const { unitId } = await who.sees<{ unitId: string }>('people.record', { id: who.personId });
    await who.does('dutyShifts.enter', {
      unitId,
      dutyKind: 'officer',
      startsAt: '2026-06-12T00:30:00Z',
      endsAt: '2026-06-13T00:30:00Z',
      personId: who.personId,
      note: null,
    });
    const issue = async (input: object) => {
      const { status, body } = await who.post('/api/duty-feeds/issue', input);
      expect(status).toBe(200);
      return body as { id: string; path: string };
    };
    const [own, units] = [await issue({}), await issue({ unitId })];
    const read = async (path: string) => (await district().anybody().get(path)) as { status: number; raw: Buffer };
    // A draft is nobody's calendar yet.
    expect((await read(own.path)).raw.toString()).not.toContain('VEVENT');
    await who.does('dutyRosters.publishAll', { unitIds: [unitId], month: '2026-06' });
    const text = (await read(own.path)).raw.toString();
    expect(text).toContain('SUMMARY:值班员（古城街道）');
    expect(text).toContain('DTSTART:20260612T003000Z');
    expect((await read(units.path)).raw.toString()).toContain('SUMMARY:古城街道值班员 蒋小满');

    const guessed = `/api/duty-calendars/${'A'.repeat(43)}.ics`;
    expect((await read(guessed)).status).toBe(404);
    const other = await district().as('bajiao');
    expect((await other.command('dutyFeeds.end', { id: own.id })).status).toBe(404);
    await who.does('dutyFeeds.end', { id: own.id });
    expect((await read(own.path)).status).toBe(404);
    expect((await read(units.path)).status).toBe(200);
  });
});
