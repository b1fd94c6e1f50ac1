import { useEffect, useMemo, useState } from 'react';
import { useView } from '../../api/web.ts';
import { useSearch } from '../../design-system/web.ts';
import type { PictureJson } from '../layers/picture-layer.ts';
import type { list } from '../map-layers.views.ts';
import { type LayerJson, MOST_PICTURE_DRAWINGS, MOST_SHOWN } from './layer-look.rules.ts';

/** What is on when nobody has chosen: what happens now. */
const FIRST = ['incidents', 'intake'];

/** What the address switches on, of all there is, as the map draws it and its legend tells it; asked again when a record changes. */
export function useLayersOn(all: readonly LayerJson[], moment?: Date) {
  const [search] = useSearch();
  const on = useMemo(() => (search.on ?? FIRST.join(',')).split(',').filter((id) => id && id !== 'none'), [search.on]);
  return { on, ...useLayers(on, all, moment) };
}

/** These layers of all there is, as the map draws them and its legend tells them. */
export function useLayers(on: readonly string[], all: readonly LayerJson[], moment?: Date) {
  // Asked again whenever a record of them changes: fresh counts, and the sign for the tiles to be asked again.
  const [topics, setTopics] = useState<readonly string[]>([]);
  const live = useView<typeof list>(
    'mapLayers.list',
    { ids: on.join(','), ...(moment ? { moment: moment.toISOString() } : {}) },
    { topics: [...topics, 'catalogue_layer'], keepsPrevious: true },
  );
  const shown = useShown(on, all, live.data?.layers);
  useEffect(() => setTopics([...new Set(shown.map(({ register }) => register))]), [shown]);
  const revision = live.asOf?.getTime() ?? 0;
  const at = moment?.toISOString();
  const tiles = useMemo(() => ({ shown, all, revision, moment: at }), [shown, all, revision, at]);
  const pictures = useFitting(live.data?.pictures ?? [], on);
  const counts = new Map((live.data?.layers ?? []).map(({ id, count }) => [id, count]));
  return { shown, tiles, pictures, counts, asOf: live.asOf };
}

/** Pictures in the order in which they were switched on, as many as MapLibre keeps alive: a link may ask for more. */
function useFitting(told: readonly PictureJson[], on: readonly string[]): readonly PictureJson[] {
  const key = JSON.stringify([told, on]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told apart by what they say
  return useMemo(() => {
    let left = MOST_PICTURE_DRAWINGS;
    return on
      .flatMap((id) => told.filter((one) => one.id === id))
      .filter((one) => {
        left -= one.drawings;
        return left >= 0;
      });
  }, [key]);
}

/** What is asked for as far as it is known and can be told apart; the same list until something of it looks different. */
function useShown(on: readonly string[], all: readonly LayerJson[], told: readonly LayerJson[] | undefined) {
  const known = new Map([...all, ...(told ?? [])].map((layer) => [layer.id, layer]));
  const now = on.flatMap((id) => known.get(id) ?? []).slice(0, MOST_SHOWN);
  const key = JSON.stringify(now.map((layer) => ({ ...layer, count: null })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a count that changed draws nothing anew
  return useMemo(() => now, [key]);
}
