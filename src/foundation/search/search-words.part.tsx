import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { MarkBadge, useSay } from '../design-system/web.ts';
import { useRecordPath } from '../timeline/web.ts';
import type { ask } from './search.views.ts';

export type Hit = OutputOf<typeof ask>['hits'][number];

const METRES: Phrase = { zh: '距 {metres} 米', en: '{metres} m away' };

/** Where a hit's page is, if this person may open it. */
export function useHitPath(): (hit: Hit) => string | undefined {
  const recordPath = useRecordPath();
  return (hit) => recordPath(hit.page);
}

/** A text with the part that was asked for marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly (readonly number[])[] }) {
  const ends = [0, ...ranges.flat(), text.length];
  return (
    <>
      {ends.slice(1).map((end, at) => {
        const piece = text.slice(ends[at], end);
        return at % 2 === 1 ? <mark key={end}>{piece}</mark> : piece;
      })}
    </>
  );
}

/** Kind, number, title, and where: one line of the palette. */
export function HitLine({ hit }: { hit: Hit }) {
  const say = useSay();
  const distance = hit.metres === null ? '' : say(METRES, { metres: Math.round(hit.metres) });
  return (
    <>
      <span className="hit-kind">{say(hit.registerLabel)}</span>
      <span className="hit-name">
        <Marked text={hit.title} ranges={hit.ranges.title} />
        {hit.line && hit.line !== hit.title && (
          <small>
            <Marked text={hit.line} ranges={hit.ranges.line} />
          </small>
        )}
      </span>
      <MarkBadge mark={hit.mark} />
      <small className="hit-more">
        {hit.number && (
          <span>
            <Marked text={hit.number} ranges={hit.ranges.number} />
          </span>
        )}
        {[say(hit.state), distance || hit.area].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}
