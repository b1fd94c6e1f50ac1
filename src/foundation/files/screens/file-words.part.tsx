import type { Phrase } from '../../../kernel/phrases.ts';
import { fileAddress } from '../../api/web.ts';
import { Tag, Thumbnail, useSay } from '../../design-system/web.ts';
import { kindOf } from '../define.ts';
import { ACCEPTED } from '../file.rules.ts';

const KINDS = {
  picture: { zh: '照片', en: 'Photo' },
  video: { zh: '录像', en: 'Video' },
  audio: { zh: '录音', en: 'Audio' },
  paper: { zh: '文档', en: 'Paper' },
  tiles: { zh: '地图瓦片', en: 'Map tiles' },
} as const satisfies Record<string, Phrase>;

const WORDS = {
  held: { zh: '保全中', en: 'Held' },
  destroyed: { zh: '已销毁', en: 'Destroyed' },
} as const;

/** 照片 JPG. */
export function useKindText() {
  const say = useSay();
  return (mediaType: string) => `${say(KINDS[kindOf(mediaType)])} ${(ACCEPTED.get(mediaType) ?? '').toUpperCase()}`;
}

/** `3.2 MB`; the exact number of bytes stands on the file's page. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function FileMarks({ isHeld, state }: { isHeld: boolean; state: string }) {
  const say = useSay();
  return (
    <>
      {isHeld && <Tag>{say(WORDS.held)}</Tag>}
      {state === 'destroyed' && <Tag>{say(WORDS.destroyed)}</Tag>}
    </>
  );
}

/** What can be seen or heard of a file on a page: a picture drawn for the screen, a player, or nothing. */
export function FileSight({ file }: { file: { id: string; name: string; mediaType: string; state: string } }) {
  if (file.state === 'destroyed') return null;
  const kind = kindOf(file.mediaType);
  if (kind === 'picture') {
    return (
      <a className="file-sight" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
        <Thumbnail id={file.id} alt={file.name} isLarge />
      </a>
    );
  }
  // What people say on a recording of the field has no captions; the words belong into the report.
  // biome-ignore lint/a11y/useMediaCaption: see above
  if (kind === 'video') return <video className="file-sight" controls preload="none" src={fileAddress(file.id)} />;
  // biome-ignore lint/a11y/useMediaCaption: see above
  if (kind === 'audio') return <audio controls preload="none" src={fileAddress(file.id)} />;
  return null;
}
