import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Basis {
  readonly items: readonly { kind: string; used: number; newer: number }[];
}

inDistrict('what a report rests on', (district) => {
  it('tells what was known when it was drafted from what came later', { timeout: 60_000 }, async () => {
    const { officer, incidentId, reportId } = await walkOneIncident(district());
    const drafted = await officer.sees<Basis>('reporting.basis', { id: reportId });
    expect(drafted.items.find(({ kind }) => kind === 'order.issued')).toMatchObject({ used: 15, newer: 0 });
    expect(drafted.items.map(({ kind }) => kind)).not.toContain('assignment.delivered');
    expect(drafted.items.every(({ newer }) => newer === 0)).toBe(true);

    district().clock.advance(60_000);
    const { version } = await officer.sees<{ version: number }>('incidents.record', { id: incidentId });
    await officer.does(
      'incidents.correctCasualties',
      { id: incidentId, deaths: 0, missing: 0, seriousInjuries: 1, minorInjuries: 2, trapped: 0, source: '120 急救' },
      { version },
    );
    const later = await officer.sees<Basis>('reporting.basis', { id: reportId });
    expect(later.items.filter(({ newer }) => newer > 0)).toMatchObject([
      { kind: 'incident.casualties_corrected', used: 0, newer: 1 },
    ]);
  });
});
