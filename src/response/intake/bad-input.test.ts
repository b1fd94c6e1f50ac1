import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

const CALL = {
  sourceChannel: 'phone',
  kind: 'fire',
  knownAt: '2026-06-11T02:30:00Z',
  place: { lng: 116.18, lat: 39.906 },
  placeText: '古城大街',
  text: '着火',
};

inDistrict('what cannot be in a call', (district) => {
  it('is refused at its field, when it is taken, corrected and split; nothing is filed', async () => {
    const officer = await district().as('zhiban');
    const { id } = await officer.does<{ id: string }>('intake.take', CALL);
    const wrong = [
      [{ knownAt: '2026-06-11T03:30:00Z' }, 'knownAt'],
      [{ occurredAt: '2026-06-11T02:36:00Z' }, 'occurredAt'],
      [{ deaths: -1 }, 'deaths'],
      [{ missing: 1.5 }, 'missing'],
      [{ trapped: 100_001 }, 'trapped'],
      [{ kind: 'dragon' }, 'kind'],
      [{ sourceChannel: 'telepathy' }, 'sourceChannel'],
      [{ place: { lng: 116.18, lat: 97 } }, 'place'],
      [{ placeText: '' }, 'placeText'],
      [{ text: '' }, 'text'],
    ] as const;
    for (const [change, field] of wrong) {
      const taken = await officer.command('intake.take', { ...CALL, ...change });
      expect({ status: taken.status, field: String(taken.body.field).split('.')[0] }, field).toEqual({
        status: 400,
        field,
      });
      const corrected = await officer.command('intake.correct', { id, ...change, reason: '听错了' });
      expect({ status: corrected.status, field: String(corrected.body.field).split('.')[0] }, field).toEqual({
        status: 400,
        field,
      });
    }
    const { text, kind, placeText } = CALL;
    const split = await officer.command('intake.split', { id, text, kind, placeText, deaths: -1 });
    expect(split).toMatchObject({ status: 400, body: { field: 'deaths' } });
    expect(await officer.sees('intake.list')).toMatchObject({ total: 1 });
  });

  it('outside the district is real: it is filed, and said while it is typed', async () => {
    const officer = await district().as('zhiban');
    const qianan = { lng: 118.7, lat: 40.0 };
    await officer.does('intake.take', { ...CALL, place: qianan, placeText: '迁安矿区' });
    expect(await officer.sees('areas.at', qianan)).toMatchObject({ isOutside: true });
    const { doubts } = await officer.sees<{ doubts: { field: string }[] }>('intake.readText', {
      text: '海淀区万柳一处工地起火',
    });
    expect(doubts).toMatchObject([{ field: 'place' }]);
  });

  it('contradicts itself in its words and is asked about; figures of an incident have bounds, too', async () => {
    const officer = await district().as('zhiban');
    const text = '古城大街车祸，造成3人死亡。后来又说5人死亡，3000000人受伤。';
    const { doubts } = await officer.sees<{ doubts: { field: string }[] }>('intake.readText', { text });
    expect(doubts.map(({ field }) => field)).toContain('deaths');
    const call = await officer.does<{ id: string }>('intake.take', { ...CALL, deaths: 2 });
    const { id } = await officer.does<{ id: string }>('incidents.open', { intakeId: call.id, title: '火灾' });
    const figures = { deaths: 2, missing: 0, seriousInjuries: 0, minorInjuries: 0, trapped: 0, directLoss: null };
    const give = (more: object) =>
      officer.command('incidents.correctCasualties', { id, ...figures, source: '120', ...more });
    expect(await give({ minorInjuries: 100_001 })).toMatchObject({ status: 400, body: { field: 'minorInjuries' } });
    expect(await give({ directLoss: -5 })).toMatchObject({ status: 400, body: { field: 'directLoss' } });
    // Deaths fall by a verified report alone; unknown is fewer than two.
    expect(await give({ deaths: 1 })).toMatchObject({ body: { field: 'deaths' } });
    expect(await give({ deaths: null })).toMatchObject({ body: { field: 'deaths' } });
  });
});
