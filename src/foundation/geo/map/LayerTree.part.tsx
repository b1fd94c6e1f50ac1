import type { Phrase } from '../../../kernel/phrases.ts';
import { CheckField, Go, MENU_GROUPS, type MenuGroup, Section, useSay, useWorkplace } from '../../design-system/web.ts';
import { colourOf, GLYPHS, type LayerJson, MOST_SHOWN, shapeOf } from './layer-look.rules.ts';

const WORDS = {
  base: { zh: '其他', en: 'Other' },
  none: { zh: '没有您可查看的图层', en: 'There is no layer that you may see' },
  most: { zh: '同时最多显示 {most} 个图层', en: 'At most {most} layers at once' },
  drill: { zh: '空心为演练或测试', en: 'Hollow: drill or test' },
  unfilled: { zh: '未填', en: 'Not filled in' },
  open: { zh: '{name}列表', en: 'List: {name}' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly all: readonly LayerJson[];
  readonly counts: ReadonlyMap<string, number>;
  readonly shown: readonly LayerJson[];
  readonly onTurn: (id: string, isOn: boolean) => void;
}

/** All layers of this person under the headings of the menu, with how many records stand on the map, and the legend. */
export function LayerTree({ all, counts, shown, onTurn }: Props) {
  const say = useSay();
  const groupOf = useMenuGroup();
  const groups = new Map<MenuGroup | 'base', LayerJson[]>();
  for (const layer of all) {
    const group = groupOf(layer.id) ?? 'base';
    groups.set(group, [...(groups.get(group) ?? []), layer]);
  }
  const order = [...(Object.keys(MENU_GROUPS) as MenuGroup[]), 'base' as const].filter((group) => groups.has(group));
  const isFull = shown.length >= MOST_SHOWN;
  return (
    <>
      {all.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      {order.map((group) => (
        <Section key={group} title={group === 'base' ? WORDS.base : MENU_GROUPS[group]}>
          <ul className="layer-list">
            {groups.get(group)?.map((layer) => {
              const isOn = shown.includes(layer);
              return (
                <li key={layer.id}>
                  <div className="layer-line">
                    <CheckField
                      label={layer.label}
                      isChecked={isOn}
                      isDisabled={isFull && !isOn}
                      onChange={(next) => onTurn(layer.id, next)}
                    />
                    <Swatch layer={layer} all={all} />
                    <span className="number">{counts.get(layer.id) ?? 0}</span>
                  </div>
                  {isOn && <Legend layer={layer} all={all} />}
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
      <p className="soft">{say(WORDS.drill)}</p>
      {isFull && <p role="status">{say(WORDS.most, { most: MOST_SHOWN })}</p>}
    </>
  );
}

/** In which group of the menu the register's own list stands; a further shape stands with its register. */
function useMenuGroup(): (id: string) => MenuGroup | undefined {
  const { contributions } = useWorkplace();
  const screens = contributions.flatMap((one) => one.screens);
  const listed = screens.filter(({ menu }) => menu);
  return (id) =>
    (listed.find(({ path }) => path === `/${id}`) ?? listed.find(({ path }) => `/${id}`.startsWith(`${path}-`)))?.menu
      ?.group;
}

function Swatch({ layer, all, option }: { layer: LayerJson; all: readonly LayerJson[]; option?: string }) {
  const glyph = layer.geometry === 'point' ? GLYPHS[shapeOf(layer, all)].real : layer.geometry === 'line' ? '━' : '▧';
  return (
    <span className="swatch" style={{ color: `var(${colourOf(layer, all, option)})` }} aria-hidden="true">
      {glyph}
    </span>
  );
}

/** What the colours say, and the way to the list, which reads without a map. */
function Legend({ layer, all }: { layer: LayerJson; all: readonly LayerJson[] }) {
  const say = useSay();
  const { contributions } = useWorkplace();
  const hasList = contributions.some(({ screens }) => screens.some(({ path }) => path === `/${layer.id}`));
  return (
    <ul className="legend">
      {layer.colourBy?.options.map(({ id, label }) => (
        <li key={id}>
          <Swatch layer={layer} all={all} option={id} /> {say(label)}
        </li>
      ))}
      {layer.colourBy && (
        <li>
          <Swatch layer={layer} all={all} /> {say(WORDS.unfilled)}
        </li>
      )}
      {hasList && (
        <li>
          <Go to={`/${layer.id}`}>{say(WORDS.open, { name: say(layer.label) })}</Go>
        </li>
      )}
    </ul>
  );
}
