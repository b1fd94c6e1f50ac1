import type { Phrase } from '../../../kernel/phrases.ts';
import { CrossIcon, Go, Section, useMay, useSay, useWorkplace } from '../../design-system/web.ts';
import type { PictureJson } from '../layers/picture-layer.ts';
import type { LayerJson } from './layer-look.rules.ts';
import { ClassLines, HOLLOW, Swatch } from './legend.part.tsx';
import { SourceState, useSourceState } from './source-state.part.tsx';

const WORDS = {
  shown: { zh: '图上图层', en: 'On the map' },
  none: { zh: '在下面的目录中勾选图层', en: 'Choose layers in the tree below' },
  off: { zh: '关闭图层：{name}', en: 'Switch off: {name}' },
  open: { zh: '{name}列表', en: 'List: {name}' },
  entry: { zh: '来源与样式', en: 'Origin and look' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly all: readonly LayerJson[];
  readonly shown: readonly LayerJson[];
  /** Drawn by others. */
  readonly pictures: readonly PictureJson[];
  /** How often tiles of one did not come. */
  readonly silent: Readonly<Record<string, number>>;
  readonly counts: ReadonlyMap<string, number | null>;
  readonly onOff: (id: string) => void;
}

/** The legend: what is on the map, how many of it this person sees, and what its colours say. */
export function ShownLayers({ all, shown, pictures, silent, counts, onOff }: Props) {
  const say = useSay();
  return (
    <Section title={WORDS.shown}>
      {shown.length + pictures.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      <ul className="layer-list">
        {shown.map((layer) => (
          <li key={layer.id}>
            <div className="layer-line">
              <span>{say(layer.label)}</span>
              <Swatch layer={layer} all={all} />
              <span className="number">{counts.get(layer.id) ?? ''}</span>
              <button
                type="button"
                className="button-bare"
                aria-label={say(WORDS.off, { name: say(layer.label) })}
                onClick={() => onOff(layer.id)}
              >
                <CrossIcon />
              </button>
            </div>
            <Legend layer={layer} all={all} />
          </li>
        ))}
        {pictures.map((picture) => (
          <PictureLine key={picture.id} picture={picture} sign={silent[picture.id]} onOff={() => onOff(picture.id)} />
        ))}
      </ul>
      {shown.length > 0 && <p className="soft">{say(HOLLOW)}</p>}
    </Section>
  );
}

/** A layer of somebody else: whose it is, of when, and whether its source answers. */
function PictureLine({ picture, sign, onOff }: { picture: PictureJson; sign: number | undefined; onOff: () => void }) {
  const say = useSay();
  const may = useMay();
  const told = useSourceState(picture.id, sign ?? 0, true);
  const name = picture.name;
  return (
    <li>
      <div className="layer-line">
        <span>{name}</span>
        <span className="swatch" aria-hidden="true">
          ▦
        </span>
        <span />
        <button type="button" className="button-bare" aria-label={say(WORDS.off, { name })} onClick={onOff}>
          <CrossIcon />
        </button>
      </div>
      <ul className="legend">
        {(picture.origin || picture.attribution) && (
          <li className="soft">{[...new Set([picture.origin, picture.attribution])].filter(Boolean).join(' · ')}</li>
        )}
        {told?.state === 'silent' && (
          <li>
            <SourceState told={told} isBrief />
          </li>
        )}
        {may('catalogue_layer.read') && (
          <li>
            <Go to={`/catalogue-layers/${picture.id}`}>{say(WORDS.entry)}</Go>
          </li>
        )}
      </ul>
    </li>
  );
}

/** What the colours say, and the way to the list, which reads without a map. */
function Legend({ layer, all }: { layer: LayerJson; all: readonly LayerJson[] }) {
  const say = useSay();
  const may = useMay();
  const { contributions } = useWorkplace();
  const hasList = contributions.some(({ screens }) => screens.some(({ path }) => path === `/${layer.id}`));
  return (
    <ul className="legend">
      <ClassLines layer={layer} all={all} />
      {hasList && (
        <li>
          <Go to={`/${layer.id}`}>{say(WORDS.open, { name: say(layer.label) })}</Go>
        </li>
      )}
      {layer.entry && may('catalogue_layer.read') && (
        <li>
          <Go to={`/catalogue-layers/${layer.id}`}>{say(WORDS.entry)}</Go>
        </li>
      )}
    </ul>
  );
}
