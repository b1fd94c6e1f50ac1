import { useState } from 'react';
import { useView } from '../../api/web.ts';
import { useSay } from '../../design-system/web.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import type { list } from '../map-layers.views.ts';
import type { MapProps } from '../map-props.ts';
import { useLayers } from './layers-on.part.tsx';
import { ClassLines, Swatch } from './legend.part.tsx';

interface Props extends Omit<MapProps, 'tiles' | 'pictures' | 'onSilent'> {
  /** Layers of the one map by their ids. */
  readonly on: readonly string[];
}

/** The map with these layers and their legend, for screens that show it and let nobody change it. */
export function LayersMap({ on, ...props }: Props) {
  const say = useSay();
  const all = useView<typeof list>('mapLayers.list', { counts: 'no' }).data?.layers ?? NONE;
  const { shown, tiles, pictures, counts } = useLayers(on, all);
  const [silent, setSilent] = useState<readonly string[]>([]);
  return (
    <>
      <DistrictMap
        {...props}
        tiles={tiles}
        pictures={pictures}
        onSilent={(id) => setSilent((now) => (now.includes(id) ? now : [...now, id]))}
      />
      {shown.length + pictures.length > 0 && (
        <ul className="layers-map-legend">
          {shown.map((layer) => (
            <li key={layer.id}>
              <Swatch layer={layer} all={all} /> {say(layer.label)}{' '}
              <span className="number">{counts.get(layer.id)}</span>
              {layer.colourBy && (
                <ul className="legend">
                  <ClassLines layer={layer} all={all} />
                </ul>
              )}
            </li>
          ))}
          {pictures.map((picture) => (
            <li key={picture.id}>
              ▦ {picture.name} {silent.includes(picture.id) && <span className="soft">{say(SILENT)}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const NONE: never[] = [];
const SILENT = { zh: '来源没有应答', en: 'its source does not answer' };
