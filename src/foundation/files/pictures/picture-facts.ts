import { problem } from '../../../kernel/problems.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { isDrawn, MAX_PIXELS } from '../file.rules.ts';
import { drawing } from './drawing.ts';

/** What a picture says of itself. Evidence that anybody can forge: shown beside what the server knows, never used. */
export interface PictureFacts {
  readonly width?: number;
  readonly height?: number;
  readonly takenAt?: Date;
  /** `lng,lat` in degrees (WGS 84), as the device wrote it. */
  readonly takenPlace?: string;
  /** Make and model of the device. */
  readonly device?: string;
}

/**
 * Reads the head of a picture, nothing of its pixels.
 * @throws `file.too_many_pixels` for a picture that nobody could unfold.
 */
export async function pictureFacts(path: string, mediaType: string): Promise<PictureFacts> {
  if (!mediaType.startsWith('image/')) return {};
  const size = isDrawn(mediaType) ? await sizeOf(path) : {};
  return { ...size, ...(await claimsOf(path)) };
}

async function sizeOf(path: string): Promise<{ width?: number; height?: number }> {
  // Without sharp's own limit: ours is judged below and says why.
  const sharp = await drawing();
  const head = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!head) return {};
  if (head.width * head.height > MAX_PIXELS) {
    throw problem('file.too_many_pixels', { limit: String(MAX_PIXELS / 1_000_000) });
  }
  return { width: head.width, height: head.height };
}

async function claimsOf(path: string): Promise<Omit<PictureFacts, 'width' | 'height'>> {
  // Heads of pictures are hostile input to a reader that trusts them: what it cannot read is no evidence, and no fault.
  const { default: exifr } = await import('exifr');
  const exif = await exifr
    .parse(path, { tiff: true, exif: true, gps: true, reviveValues: false, xmp: false, icc: false, iptc: false })
    .catch(() => undefined);
  if (typeof exif !== 'object' || exif === null) return {};
  const said = exif as Record<string, unknown>;
  const takenAt = instantOf(said.DateTimeOriginal ?? said.CreateDate, said.OffsetTimeOriginal ?? said.OffsetTime);
  const { longitude, latitude } = said;
  const isPlace = isWithin(longitude, 180) && isWithin(latitude, 90) && (longitude !== 0 || latitude !== 0);
  const device = [said.Make, said.Model].filter((word) => typeof word === 'string').join(' ');
  return {
    ...(takenAt ? { takenAt } : {}),
    ...(isPlace ? { takenPlace: `${longitude.toFixed(6)},${latitude.toFixed(6)}` } : {}),
    ...(cleanText(device) ? { device: cleanText(device).slice(0, 100) } : {}),
  };
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

/** `2026:06:11 10:32:05`, by the wall clock of the device: Beijing's unless it says its offset. */
function instantOf(text: unknown, offset: unknown): Date | undefined {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(text));
  if (!found) return undefined;
  const zone = /^[+-]\d\d:\d\d$/.test(String(offset)) ? String(offset) : '+08:00';
  const instant = new Date(`${found[1]}-${found[2]}-${found[3]}T${found[4]}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
