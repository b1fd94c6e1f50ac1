import type { Phrase } from '../../../kernel/phrases.ts';
import { useSay } from '../../design-system/web.ts';
import { colourOf, GLYPHS, type LayerJson, shapeOf } from './layer-look.rules.ts';

const UNFILLED: Phrase = { zh: '未填或其他', en: 'Not filled in, or other' };
export const HOLLOW: Phrase = { zh: '空心为演练或测试', en: 'Hollow: drill or test' };

/** The sign of a layer, or of one value that its colours tell. */
export function Swatch({ layer, all, option }: { layer: LayerJson; all: readonly LayerJson[]; option?: string }) {
  const glyph = layer.geometry === 'point' ? GLYPHS[shapeOf(layer, all)].real : layer.geometry === 'line' ? '━' : '▧';
  return (
    <span className="swatch" style={{ color: `var(${colourOf(layer, all, option)})` }} aria-hidden="true">
      {glyph}
    </span>
  );
}

/** What the colours of a layer say, one line each. */
export function ClassLines({ layer, all }: { layer: LayerJson; all: readonly LayerJson[] }) {
  const say = useSay();
  if (!layer.colourBy) return null;
  return (
    <>
      {layer.colourBy.options.map(({ id, label }) => (
        <li key={id}>
          <Swatch layer={layer} all={all} option={id} /> {say(label)}
        </li>
      ))}
      <li>
        <Swatch layer={layer} all={all} /> {say(UNFILLED)}
      </li>
    </>
  );
}
