/** Largest upload in bytes: a phone's photo or half a minute of video. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What may be kept, by content. Nothing that a browser would run: no HTML, SVG, script, archive or macro document. */
export const ACCEPTED: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['image/heif', 'heic'],
  ['application/pdf', 'pdf'],
  ['video/mp4', 'mp4'],
  ['audio/mpeg', 'mp3'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

/** A name that is safe in a header and on any disk, with the extension of the content. */
export function servedName(name: string | null, id: string, mediaType: string): string {
  const extension = ACCEPTED.get(mediaType) ?? 'bin';
  const stem = (name ?? '').replace(/\.[^.]{1,8}$/, '').replaceAll(/[\\/:*?"<>|\r\n]/g, '_');
  return `${stem || id}.${extension}`;
}

/** Pictures may be shown in a page; everything else is handed out to be saved. */
export function isShown(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}
