import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { areaOf, areaText, bufferOf, lengthOf, lengthText } from './measure.rules.ts';

const A = { lng: 116.2, lat: 39.9 };
const B = { lng: 116.3, lat: 39.95 };
const OUTLINE = [A, { lng: 116.3, lat: 39.9 }, { lng: 116.3, lat: 40 }, { lng: 116.2, lat: 40 }];

onEachDatabase('what is measured here and by the database', (open) => {
  it('is the same length, area and buffer to a millionth', async () => {
    const database = await open();
    const { rows } = await sql<{ length: number; area: number }>`
      select st_distance(st_setsrid(st_makepoint(116.2, 39.9), 4490)::geography,
          st_setsrid(st_makepoint(116.3, 39.95), 4490)::geography) as length,
        st_area(st_setsrid(st_makeenvelope(116.2, 39.9, 116.3, 40), 4490)::geography) as area`.execute(database.kysely);
    const { length = 0, area = 0 } = rows[0] ?? {};
    expect(lengthOf([A, B]) / length).toBeCloseTo(1, 6);
    // PostGIS closes the box along parallels of its own kind: a hundred-thousandth.
    expect(areaOf(OUTLINE) / area).toBeCloseTo(1, 4);
    expect(areaOf(OUTLINE.toReversed())).toBeCloseTo(areaOf(OUTLINE), 3);
    for (const [lng, lat] of bufferOf(A, 500)) expect(lengthOf([A, { lng, lat }])).toBeCloseTo(500, 3);
  });
});

it('says it as people do', () => {
  expect([lengthText(849.6), lengthText(12_345)]).toEqual(['850 m', '12.35 km']);
  expect([areaText(950), areaText(123_456), areaText(84.38e6)]).toEqual(['950 m²', '12.35 hm²', '84.38 km²']);
  expect([lengthOf([]), lengthOf([A]), areaOf([A, B])]).toEqual([0, 0, 0]);
});
