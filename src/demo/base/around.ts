import { DEMO_AREAS } from '../areas.ts';
import { STREETS } from '../streets.ts';
import { DEMO_UNITS } from '../units.ts';

export interface Place {
  readonly lng: number;
  readonly lat: number;
}

const round = (degrees: number) => Number(degrees.toFixed(6));

/** A point some metres off, so that things of one place do not lie on one another. */
export const around = ({ lng, lat }: Place, random: () => number, metres = 250): Place => ({
  lng: round(lng + ((random() - 0.5) * 2 * metres) / 85_300),
  lat: round(lat + ((random() - 0.5) * 2 * metres) / 111_000),
});

/** Two communities of every street, with the middle of each: where demo things stand. */
export const DEMO_NEIGHBOURHOODS = STREETS.flatMap(({ code, name }) =>
  DEMO_AREAS.filter((area) => area.parentCode === code)
    .slice(0, 2)
    .map((area) => ({ ...area, streetCode: code, streetName: name })),
);

/** Key of the unit that keeps a street's, or a community's, records. */
export const keeperOf = (areaCode: string): string | undefined =>
  DEMO_UNITS.find((unit) => unit.areaCode === areaCode && ['street_office', 'community'].includes(unit.kind))?.key;

/** A square of ground around a point, as the area of one part that a register takes. */
export const squareAround = ({ lng, lat }: Place, metres: number): number[][][][] => {
  const [dx, dy] = [metres / 85_300, metres / 111_000];
  const ring = [
    [lng - dx, lat - dy],
    [lng + dx, lat - dy],
    [lng + dx, lat + dy],
    [lng - dx, lat + dy],
    [lng - dx, lat - dy],
  ];
  return [[ring.map((corner) => corner.map(round))]];
};
