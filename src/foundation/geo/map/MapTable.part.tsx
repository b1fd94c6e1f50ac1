import { useEffect, useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import { kebabCase } from '../../../kernel/names.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Within, withinText } from '../../../kernel/within.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import {
  Button,
  CrossIcon,
  Go,
  MarkBadge,
  Shown,
  TableHead,
  useMay,
  useSay,
  useWorkplace,
} from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import type { PictureJson } from '../layers/picture-layer.ts';
import { MOST_TOLD } from '../map.rules.ts';
import type { records } from '../map-records.views.ts';
import { GroundForm } from './GroundForm.part.tsx';
import { aroundGround, groundWords } from './ground.rules.ts';
import type { LayerJson } from './layer-look.rules.ts';

type Table = OutputOf<typeof records>;

const WORDS = {
  title: { zh: '表格', en: 'Table' },
  inSight: { zh: '当前视图内', en: 'What is in sight' },
  drawn: { zh: '范围：{ground}', en: 'Ground: {ground}' },
  clear: { zh: '改回当前视图', en: 'Back to what is in sight' },
  around: { zh: '周边分析', en: 'Surroundings' },
  type: { zh: '按坐标划定', en: 'By coordinates' },
  close: { zh: '关闭表格', en: 'Close the table' },
  noLayers: { zh: '没有打开的图层', en: 'No layer is on' },
  waiting: { zh: '地图画出后列出', en: 'Listed when the map is drawn' },
  pictures: {
    zh: '只有图像、没有记录，不能列表：{names}',
    en: 'Pictures without records, which no table can list: {names}',
  },
  count: { zh: '{layer}：{count} 条', en: '{layer}: {count}' },
  name: { zh: '名称', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '所在', en: 'Where' },
  onMap: { zh: '图上', en: 'Map' },
  locate: { zh: '在图上定位：{name}', en: 'Find on the map: {name}' },
  locateBrief: { zh: '定位', en: 'Find' },
  outside: { zh: '区外', en: 'Outside the district' },
  unnamed: { zh: '{layer}（无名称）', en: '{layer} (no name)' },
  more: { zh: '再列一些（已列 {shown} / {count}）', en: 'More ({shown} of {count} listed)' },
  most: {
    zh: '列出前 {shown} 条，共 {count} 条；缩小范围，或在名册中看全部',
    en: 'The first {shown} of {count}: narrow the ground, or see all in the register',
  },
  register: { zh: '在名册中打开', en: 'Open in the register' },
  registerOf: { zh: '在名册中打开：{layer}', en: 'Open in the register: {layer}' },
} as const satisfies Record<string, Phrase>;

const FIRST = 20;
const STEP = 100;

interface Props {
  /** As records stood then; now unless told. */
  readonly moment?: Date | undefined;
  readonly shown: readonly LayerJson[];
  readonly pictures: readonly PictureJson[];
  /** What was drawn, else what is in sight; undefined until the map is drawn. */
  readonly ground: Within | undefined;
  readonly isDrawn: boolean;
  readonly onGround: (within: Within | undefined) => void;
  readonly onLocate: (point: Point) => void;
  readonly onClose: () => void;
}

/** What the map shows, for those who read: one table for each layer that is on, of what is in sight or in the drawn ground. */
export function MapTable({ moment, shown, pictures, ground, isDrawn, onGround, onLocate, onClose }: Props) {
  const say = useSay();
  const [isTyping, setTyping] = useState(false);
  const around = ground && isDrawn ? aroundGround(ground) : undefined;
  return (
    <section className="map-table" aria-label={say(WORDS.title)}>
      <header className="map-table-head">
        <h2>{say(WORDS.title)}</h2>
        <span role="status">
          {isDrawn && ground ? say(WORDS.drawn, { ground: groundWords(ground, say) }) : say(WORDS.inSight)}
        </span>
        {isDrawn && <Button onClick={() => onGround(undefined)}>{say(WORDS.clear)}</Button>}
        {around && (
          <Go className="button" to={around}>
            {say(WORDS.around)}
          </Go>
        )}
        <Button aria-expanded={isTyping} onClick={() => setTyping(!isTyping)}>
          {say(WORDS.type)}
        </Button>
        <Button kind="bare" className="map-table-close" aria-label={say(WORDS.close)} onClick={onClose}>
          <CrossIcon />
        </Button>
      </header>
      {isTyping && (
        <GroundForm
          onGround={(within) => {
            onGround(within);
            setTyping(false);
          }}
        />
      )}
      {shown.length === 0 && <p className="quiet">{say(WORDS.noLayers)}</p>}
      {pictures.length > 0 && (
        <p className="soft">{say(WORDS.pictures, { names: pictures.map(({ name }) => name).join('、') })}</p>
      )}
      {ground
        ? shown.map((layer) => (
            <LayerTable key={layer.id} moment={moment} layer={layer} ground={ground} onLocate={onLocate} />
          ))
        : shown.length > 0 && <p className="quiet">{say(WORDS.waiting)}</p>}
    </section>
  );
}

interface LayerTableProps {
  readonly moment: Date | undefined;
  readonly layer: LayerJson;
  readonly ground: Within;
  readonly onLocate: (point: Point) => void;
}

function LayerTable({ moment, layer, ground, onLocate }: LayerTableProps) {
  const within = withinText(ground);
  const [limit, setLimit] = useState(FIRST);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ground begins with its first rows
  useEffect(() => setLimit(FIRST), [within]);
  const view = useView<typeof records>(
    'mapLayers.records',
    { layer: layer.id, within, limit, ...(moment ? { moment: moment.toISOString() } : {}) },
    { topics: [layer.register], keepsPrevious: true },
  );
  return (
    <Shown of={view} rows={3}>
      {(table) => (
        <Rows
          table={table}
          onLocate={onLocate}
          onMore={() => setLimit(limit < STEP ? STEP : Math.min(MOST_TOLD, limit + STEP))}
        />
      )}
    </Shown>
  );
}

function Rows({ table, onLocate, onMore }: { table: Table; onLocate: (point: Point) => void; onMore: () => void }) {
  const say = useSay();
  const may = useMay();
  const { contributions } = useWorkplace();
  const screens = contributions.flatMap((one) => one.screens);
  const recordPath = useRecordPath();
  const { label, plural, count, items } = table;
  const layer = say(label);
  const list = listPath(table, screens, may);
  const number = (value: number) => value.toLocaleString('zh-CN');
  return (
    <div className="map-table-layer">
      <div className="row">
        <h3>{say(WORDS.count, { layer, count: number(count) })}</h3>
        {list && (
          <Go to={list} aria-label={say(WORDS.registerOf, { layer })}>
            {say(WORDS.register)}
          </Go>
        )}
      </div>
      {items.length > 0 && (
        <table className="table" aria-label={layer}>
          <TableHead titles={[WORDS.name, WORDS.number, WORDS.state, WORDS.place, WORDS.onMap]} />
          <tbody>
            {items.map((item) => {
              const title = item.title || say(WORDS.unnamed, { layer });
              const path = recordPath({ plural, id: item.id });
              return (
                <tr key={item.id}>
                  <th scope="row">
                    <MarkBadge mark={item.mark} /> {path ? <Go to={path}>{title}</Go> : title}
                  </th>
                  <td>{item.number === title ? '' : item.number}</td>
                  <td>{say(item.state)}</td>
                  <td>{item.placeText || say(WORDS.outside)}</td>
                  <td>
                    <Button
                      className="map-table-locate"
                      kind="bare"
                      aria-label={say(WORDS.locate, { name: title })}
                      onClick={() => onLocate({ lng: item.lng, lat: item.lat })}
                    >
                      {say(WORDS.locateBrief)}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {count > items.length &&
        (items.length < MOST_TOLD ? (
          <Button onClick={onMore}>{say(WORDS.more, { shown: number(items.length), count: number(count) })}</Button>
        ) : (
          <p className="soft">{say(WORDS.most, { shown: number(items.length), count: number(count) })}</p>
        ))}
    </div>
  );
}

/** The register's list with the same ground, where this person has one. */
function listPath(
  { plural, listFilters }: Table,
  screens: readonly { readonly path: string; readonly permission?: string }[],
  may: (permission: string | undefined) => boolean,
): string | undefined {
  const path = `/${kebabCase(plural)}`;
  const screen = screens.find((one) => one.path === path);
  return listFilters && screen && may(screen.permission) ? `${path}?${new URLSearchParams(listFilters)}` : undefined;
}
