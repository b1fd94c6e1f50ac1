import { useEffect, useRef } from 'react';
import { useView } from '../api/web.ts';
import { go, type PaletteFindProps, useCalm, useSay } from '../design-system/web.ts';
import { pointFrom } from '../geo/web.ts';
import type { ask } from './search.views.ts';
import { HitLine, useHitPath } from './search-words.part.tsx';

const WORDS = {
  all: { zh: '全部 {count} 条结果', en: 'All {count} results' },
  key: { zh: '按类型筛选', en: 'by kind' },
  point: { zh: '在地图上看 {point}', en: 'Show {point} on the map' },
} as const;

const SHOWN = 8;

/** Records among the entries of Ctrl K, as far as this person may see them. */
export default function PaletteHits({ text, tell }: PaletteFindProps) {
  const say = useSay();
  const asked = useCalm(text);
  const pathOf = useHitPath();
  const { data } = useView<typeof ask>(
    'search.find',
    { q: asked, limit: SHOWN },
    { isEnabled: asked.length > 0, keepsPrevious: true },
  );
  const latest = useRef({ say, pathOf });
  latest.current = { say, pathOf };
  useEffect(() => {
    const { say: word, pathOf: where } = latest.current;
    const point = pointFrom(asked);
    const there = point && `${point.lng.toFixed(5)}, ${point.lat.toFixed(5)}`;
    const onMap = point
      ? [
          {
            key: 'point',
            text: word(WORDS.point, { point: there ?? '' }),
            act: () => go(`/map?at=${point.lng.toFixed(5)},${point.lat.toFixed(5)},15`),
          },
        ]
      : [];
    if (!data || asked === '') return tell(onMap);
    const hits = data.hits.flatMap((hit) => {
      const to = where(hit);
      return to ? [{ key: hit.id, text: hit.title, drawn: <HitLine hit={hit} />, act: () => go(to) }] : [];
    });
    const count = `${data.total}${data.isMore ? '+' : ''}`;
    const all = {
      key: 'search',
      text: word(WORDS.all, { count }),
      more: word(WORDS.key),
      act: () => go(`/search?q=${encodeURIComponent(asked)}`),
    };
    tell(data.total > 0 ? [...onMap, ...hits, all] : onMap);
  }, [data, asked, tell]);
  return null;
}
