import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useView } from '../api/web.ts';
import { Notice, Skeleton, useSay } from '../design-system/web.ts';
import type { now } from './layers/base-maps.views.ts';
import type { MapProps } from './map-props.ts';

/** MapLibre weighs more than the whole console: it comes when a map is looked at. */
const Inner = lazy(() => import('./DistrictMap.part.tsx'));

const WORDS = {
  none: { zh: '此设备不能显示地图', en: 'This device cannot draw maps' },
  hint: { zh: '需要 WebGL。下面列出地图上的内容。', en: 'WebGL is needed. What the map would show is listed below.' },
} as const;

/**
 * The map of the district in the size of its container: outlines with names, points with words, a place picked by click.
 * A machine without WebGL gets the same points as a list.
 */
export function DistrictMap(props: MapProps) {
  const base = useView<typeof now>('baseMaps.now', {});
  return (
    <div className="map-frame">
      <NoMap instead={<PointList {...props} />}>
        <Suspense fallback={<Skeleton />}>
          <Inner {...props} ground={base.data} />
        </Suspense>
      </NoMap>
    </div>
  );
}

class NoMap extends Component<{ children: ReactNode; instead: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}

function PointList({ label, points = [] }: MapProps) {
  const say = useSay();
  return (
    <section className="panel" aria-label={label}>
      <Notice title={say(WORDS.none)} hint={say(WORDS.hint)} />
      <ul>
        {points.map(({ id, label, onOpen }) => (
          <li key={id}>
            {onOpen ? (
              <button type="button" className="button-bare" onClick={onOpen}>
                {label}
              </button>
            ) : (
              label
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
