import type { ReactNode } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import { Go, MarkBadge, Shown, useSay } from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import { lengthText } from '../measure.rules.ts';
import type { nearest } from './nearest.views.ts';

export type NearItem = OutputOf<typeof nearest>['items'][number];
type Props = {
  layer: string;
  /** A point, or a record that stands somewhere. */
  near: { readonly lng: number; readonly lat: number } | { readonly register: string; readonly id: string };
  limit?: number;
  /** What may be done with one. */
  action?: (item: NearItem) => ReactNode;
};

const WORDS = {
  noPlace: { zh: '没有标位置，算不出远近', en: 'It has no position: nothing is near or far' },
  none: { zh: '没有标了位置的', en: 'None has a position' },
  straight: { zh: '直线 {length}', en: '{length} straight' },
} as const satisfies Record<string, Phrase>;

/** The records of a layer nearest to a place, nearest first, each with its distance, state and keeper. */
export function NearestList({ layer, near, limit = 5, action }: Props) {
  const say = useSay();
  const recordPath = useRecordPath();
  const from = 'id' in near ? { register: near.register, recordId: near.id } : near;
  const view = useView<typeof nearest>('mapLayers.nearest', { layer, limit, ...from });
  return (
    <Shown of={view} rows={2}>
      {({ from: there, plural, items }) =>
        items.length === 0 ? (
          <p className="quiet">{say(there ? WORDS.none : WORDS.noPlace)}</p>
        ) : (
          <ol className="nearest">
            {items.map((item) => (
              <li key={item.id}>
                <span className="nearest-far">{say(WORDS.straight, { length: lengthText(item.metres) })}</span>
                <Named path={recordPath({ plural, id: item.id })} title={item.title} />
                <MarkBadge mark={item.mark} />
                <span>{say(item.state.label)}</span>
                <span className="soft">{item.unitName}</span>
                {action?.(item)}
              </li>
            ))}
          </ol>
        )
      }
    </Shown>
  );
}

function Named({ path, title }: { path: string | undefined; title: string }) {
  return path ? <Go to={path}>{title}</Go> : <strong>{title}</strong>;
}
