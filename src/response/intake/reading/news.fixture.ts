import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 223 annotated Chinese news items (CEC corpus, Shanghai University). Read in place, kept nowhere. */
export const NEWS = join(import.meta.dirname, '../../../../../shared/realdata/incident-news-zh');

export const NEWS_FILES = [
  'cec_fire.json',
  'cec_traffic.json',
  'cec_earthquake.json',
  'cec_terror.json',
  'cec_food-poisoning.json',
] as const;

export interface News {
  readonly file: string;
  /** Place in its file. */
  readonly item: number;
  /** The content; its line breaks are those of the file's indentation and are left out. */
  readonly text: string;
  /** The same with the breaks. */
  readonly raw: string;
  readonly reportedAt: Date;
  /** Of the first event that is marked as the emergency. */
  readonly times: readonly string[];
  readonly places: readonly string[];
  /** One of two halves, by a digest of the item's name: the rules were written over the one and are judged by the other. */
  readonly isHeldOut: boolean;
}

const bare = (xml: string) => xml.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, '');

export function news(): News[] {
  return NEWS_FILES.flatMap((file) => {
    const items = JSON.parse(readFileSync(join(NEWS, file), 'utf8')) as Record<string, string>;
    return Object.entries(items).map(([name, xml], item) => ({
      ...read(xml, file, item),
      isHeldOut: isOdd(`${file.replace('.json', '')}${name}`),
    }));
  });
}

const isOdd = (name: string) => Number.parseInt(createHash('sha1').update(name).digest('hex').slice(-1), 16) % 2 === 1;

function read(xml: string, file: string, item: number): Omit<News, 'isHeldOut'> {
  const content = /<Content>([\s\S]*)<\/Content>/.exec(xml)?.[1] ?? '';
  const [, year, month, day] = /<ReportTime[^>]*>\D*(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(xml) ?? [];
  const event = [...content.matchAll(/<Event[^>]*>([\s\S]*?)<\/Event>/g)].find(([, inside]) =>
    /<Denoter[^>]*type="emergency"/.test(inside ?? ''),
  )?.[1];
  const said = (tag: string) =>
    [...(event ?? '').matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, inside]) =>
      bare(inside ?? ''),
    );
  const text = bare(content);
  return {
    ...{ file, item, text },
    raw: content.replaceAll(/<[^>]*>/g, ''),
    reportedAt: year
      ? new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 12))
      : new Date('2014-06-01T00:00:00Z'),
    times: said('Time'),
    places: said('Location'),
  };
}

/** Do two texts share so many characters in one piece? A shorter annotation must be there whole. */
export function share(annotation: string, found: string, least = 3): boolean {
  const length = Math.min(least, annotation.length);
  for (let at = 0; at + length <= annotation.length; at += 1) {
    if (found.includes(annotation.slice(at, at + length))) return true;
  }
  return false;
}
