/** What limits and retention speak of. */
export type FileKind = 'picture' | 'video' | 'audio' | 'paper';

export function kindOf(mediaType: string): FileKind {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('video/')) return 'video';
  return mediaType.startsWith('audio/') ? 'audio' : 'paper';
}
