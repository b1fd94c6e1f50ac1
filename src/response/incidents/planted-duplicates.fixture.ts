import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { random } from '../../../tests/support/random.ts';

/** 5,000 calls to 911 and 2,400 reports after an earthquake. Read in place, kept nowhere. */
export const REAL = join(import.meta.dirname, '../../../../shared/realdata');

export interface Told {
  readonly id: string;
  /** The roads or the place it names; a planted duplicate keeps those of the report it repeats. */
  readonly names: readonly string[];
  /** Of a planted duplicate: the report it repeats. */
  readonly repeats?: string;
  readonly kind: string;
  readonly place: { readonly lng: number; readonly lat: number };
  readonly placeText: string;
  readonly knownAt: Date;
}

const rowsOf = (path: string) =>
  parse(readFileSync(join(REAL, path)), { columns: true, bom: true, relax_column_count: true }) as Record<
    string,
    string
  >[];

/** Their words in kinds of ours. */
function kindOf(title: string): string {
  if (/VEHICLE|Traffic/.test(title)) return 'road_traffic';
  if (/GAS-ODOR|CARBON MONOXIDE/.test(title)) return 'utility.gas';
  if (/WIRES|ELECTRICAL/.test(title)) return 'utility.power';
  return title.startsWith('Fire') ? 'fire' : 'health.unknown';
}

/**
 * Two that name the same road or place, found within the reach of the rule, are taken for one matter: police, ambulance and
 * engine are called to one accident, by one road or the other of its crossing. Judged by names alone, which the rule hardly weighs.
 */
export const isOneMatter = (one: Told, other: Told): boolean => one.names.some((name) => other.names.includes(name));

export function calls(): Told[] {
  return rowsOf('calls/montgomery_911_part1.csv').map((row, index) => {
    const knownAt = new Date(`${row.timeStamp?.replace(' ', 'T')}Z`);
    const placeText = row.addr ?? '';
    return {
      ...{ id: `call ${index}`, names: placeText.split(' & '), kind: kindOf(row.title ?? ''), placeText, knownAt },
      place: { lng: Number(row.lng), lat: Number(row.lat) },
    };
  });
}

const NEEDS: readonly (readonly [RegExp, string])[] = [
  [/Water shortage/, 'utility.water'],
  [/Medical|Health/, 'health.unknown'],
  [/Food/, 'security.market'],
  [/Shelter|Collapsed|collapse/, 'earthquake'],
  [/Security|Looting|Theft/, 'security.crime'],
];

/** Words that name a place, however it is spelt around them; what the whole country shares names none. */
function namesIn(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z]{5,}|[a-z]+ \d+/g) ?? [];
  return [
    plain,
    ...words.filter((word) => !/^(?:haiti|prince|street|avenue|school|church|there|people|route)$/.test(word)),
  ];
}

export function reports(): Told[] {
  return rowsOf('reports/ushahidi_haiti_part1.csv').flatMap((row, index) => {
    const [, day, month, year, hour, minute] =
      /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)/.exec(row['INCIDENT DATE'] ?? '') ?? [];
    const place = { lng: Number(row.LONGITUDE), lat: Number(row.LATITUDE) };
    if (!year || !Number.isFinite(place.lng) || !Number.isFinite(place.lat)) return [];
    const kind = NEEDS.find(([words]) => words.test(row.CATEGORY ?? ''))?.[1] ?? 'industry_other';
    const placeText = (row.LOCATION ?? '').trim();
    const knownAt = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
    return [{ id: `report ${index}`, names: namesIn(placeText), kind, place, placeText, knownAt }];
  });
}

const METRES_OF_DEGREE = 111_320;
const WORDS = ['路口', '对面', '楼下', '门口', '附近', '小卖部旁', '桥头'];

/**
 * The same matter told once more: up to 40 minutes later, up to 300 m off, in other words. `isFarthest` plants all of them at 40
 * minutes and 300 m.
 */
export function planted(all: readonly Told[], { seed, isFarthest }: { seed: number; isFarthest: boolean }): Told[] {
  const next = random(seed);
  return all.map((one) => {
    const [minutes, metres] = isFarthest ? [40, 300] : [next() * 40, next() * 300];
    const turn = next() * 2 * Math.PI;
    const wide = METRES_OF_DEGREE * Math.cos((one.place.lat * Math.PI) / 180);
    return {
      ...one,
      id: `${one.id} again`,
      repeats: one.id,
      placeText: WORDS[Math.floor(next() * WORDS.length)] ?? '',
      knownAt: new Date(one.knownAt.getTime() + minutes * 60_000),
      place: {
        lng: one.place.lng + (Math.cos(turn) * metres) / wide,
        lat: one.place.lat + (Math.sin(turn) * metres) / METRES_OF_DEGREE,
      },
    };
  });
}
