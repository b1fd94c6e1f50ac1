import type { Point } from '../../../kernel/geometry.ts';
import { cornersFrom, cornersText } from '../../../kernel/within.ts';
import { type Asked, MOST_METRES, MOST_MINUTES, USUAL_METRES } from './asked.rules.ts';

/** The address of the screen: what is looked around, how far, and the record that the result may be for. No personal data. */
export interface AroundAddress {
  /** `116.19,39.91`; not `at`, which is where a map stands. */
  readonly point?: string | undefined;
  readonly area?: string | undefined;
  /** `incident/0193…` */
  readonly of?: string | undefined;
  readonly metres?: string | undefined;
  readonly minutes?: string | undefined;
  readonly for?: string | undefined;
}

export interface RecordRef {
  readonly register: string;
  readonly id: string;
}

export const recordText = ({ register, id }: RecordRef): string => `${register}/${id}`;

export function recordFrom(text: string | undefined): RecordRef | undefined {
  const [register = '', id = ''] = (text ?? '').split('/');
  return register && id ? { register, id } : undefined;
}

/** What the address asks for; undefined where it says no place yet. */
export function askedFrom(address: AroundAddress): Asked | undefined {
  const within = (text: string | undefined, most: number) => {
    const value = text?.trim() ? Number(text) : Number.NaN;
    return value >= 0 && value <= most ? value : undefined;
  };
  const minutes = within(address.minutes, MOST_MINUTES);
  const metres = within(address.metres, MOST_METRES);
  const far = minutes ? { minutes } : metres === undefined ? {} : { metres };
  const record = recordFrom(address.of);
  if (record) return { register: record.register, recordId: record.id, ...far };
  if (address.area && cornersFrom(address.area)) return { area: address.area, ...far };
  const [lng, lat] = (address.point ?? '').split(',').map((part) => (part.trim() ? Number(part) : Number.NaN));
  const isPlace = Math.abs(lng ?? Number.NaN) <= 180 && Math.abs(lat ?? Number.NaN) <= 90;
  return isPlace ? { lng: lng as number, lat: lat as number, ...far } : undefined;
}

const around = (query: Readonly<Record<string, string>>) => `/surroundings?${new URLSearchParams(query)}`;

/** Where what lies around a point, an outline or a record is shown. */
export const aroundPoint = ({ lng, lat }: Point, metres = USUAL_METRES): string =>
  around({ point: `${Number(lng.toFixed(6))},${Number(lat.toFixed(6))}`, metres: `${metres}` });
export const aroundArea = (corners: readonly Point[]): string => around({ area: cornersText(corners), metres: '0' });
export const aroundRecord = (record: RecordRef, subject?: RecordRef): string =>
  around({ of: recordText(record), metres: `${USUAL_METRES}`, ...(subject ? { for: recordText(subject) } : {}) });
