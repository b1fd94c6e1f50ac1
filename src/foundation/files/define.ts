/** What limits and retention speak of. */
export type FileKind = 'picture' | 'video' | 'audio' | 'paper' | 'tiles';

/** Archives of map tiles: PMTiles, and MBTiles, which is an SQLite. */
export const TILE_ARCHIVES = { pmtiles: 'application/vnd.pmtiles', mbtiles: 'application/x-sqlite3' } as const;

export function kindOf(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('video/')) return 'video';
  if (Object.values<string>(TILE_ARCHIVES).includes(mediaType)) return 'tiles';
  return mediaType.startsWith('audio/') ? 'audio' : 'paper';
}
