import { useEffect, useMemo, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Section, useSay } from '../../design-system/web.ts';
import type { draft } from '../layers/draft.views.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import type { LayerJson } from './layer-look.rules.ts';
import { ClassLines, Swatch } from './legend.part.tsx';

const WORDS = {
  title: { zh: '样式预览', en: 'Preview of the look' },
  map: { zh: '样式预览地图', en: 'Map with the look' },
  none: {
    zh: '选择台账图层后，这里显示按当前样式绘出的地图',
    en: 'Choose the layer of a register to see it drawn as filled in',
  },
  later: {
    zh: '外部服务和瓦片文件保存后在图层页面预览',
    en: 'Services and files of tiles are seen on the page of the layer once they are saved',
  },
  count: { zh: '{name} · {count} 条', en: '{name} · {count}' },
} as const satisfies Record<string, Phrase>;

/** What is typed becomes a map after a breath, not with every letter. */
const BREATH_MS = 400;

interface Props {
  readonly values: Readonly<Record<string, unknown>>;
  readonly id: string | undefined;
}

/** Beside the form of an entry: its records on the map as they would be drawn if it were saved now. */
export default function StylePreview({ values, id }: Props) {
  const say = useSay();
  const outlines = useDistrictMap();
  const look = useLook(values, id);
  const isOfRecords = values.sourceKind === 'register' ? Boolean(values.sourceLayer) : id !== undefined;
  const view = useView<typeof draft>('catalogueLayers.draft', look, { isEnabled: isOfRecords, keepsPrevious: true });
  const { colour, shape, width, opacity, name } = values as Partial<Record<string, string>>;
  const told = isOfRecords ? view.data : undefined;
  const layer = useMemo((): LayerJson | undefined => {
    if (!told?.layer) return undefined;
    const of = (value: unknown) => (value === null || value === undefined || value === '' ? null : Number(value));
    return {
      ...told.layer,
      shape: (shape as LayerJson['shape']) || told.layer.shape,
      entry: { colour: colour || null, width: of(width), opacity: of(opacity) },
    };
  }, [told, colour, shape, width, opacity]);
  const address = `${location.origin}/tiles/draft/{z}/{x}/{y}.mvt?joined=1&look=${encodeURIComponent(JSON.stringify(look))}`;
  const tiles = useMemo(
    () => (layer ? { shown: [layer], all: [layer], revision: 0, address } : undefined),
    [layer, address],
  );
  const pictures = useMemo(() => {
    if (!told?.picture) return [];
    const given = opacity === null || opacity === undefined || opacity === '' ? null : Number(opacity);
    return [{ ...told.picture, opacity: given, colour: colour || null, width: width ? Number(width) : null }];
  }, [told, opacity, colour, width]);
  return (
    <Section title={WORDS.title}>
      {layer || pictures.length > 0 ? (
        <>
          <div className="source-preview">
            <DistrictMap
              label={say(WORDS.map)}
              areas={outlines.data}
              {...(tiles ? { tiles } : {})}
              pictures={pictures}
            />
          </div>
          {layer && (
            <ul className="legend" aria-live="polite">
              <li>
                <Swatch layer={layer} all={[layer]} />{' '}
                {say(WORDS.count, { name: name || say(layer.label), count: layer.count ?? 0 })}
              </li>
              <ClassLines layer={layer} all={[layer]} />
            </ul>
          )}
        </>
      ) : (
        <p className="soft">
          {say(values.sourceKind === 'service' || values.sourceKind === 'tiles' ? WORDS.later : WORDS.none)}
        </p>
      )}
    </Section>
  );
}

/** What of the form decides what is drawn; the same object until something of it says otherwise. */
function useLook(values: Readonly<Record<string, unknown>>, id: string | undefined) {
  const { sourceLayer, filterField, filterValues, filterArea, labelField, classField } = values;
  const text = JSON.stringify({
    ...(id ? { entry: id } : {}),
    ...{ sourceLayer, filterField, filterValues, labelField, classField },
    ...(/^\d{0,12}$/.test(String(filterArea ?? '')) ? { filterArea } : {}),
  });
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(text), BREATH_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useMemo(() => JSON.parse(calm) as Record<string, unknown>, [calm]);
}
