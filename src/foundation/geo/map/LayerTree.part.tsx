import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import {
  CheckField,
  Go,
  MENU_GROUPS,
  type MenuGroup,
  Section,
  useMay,
  useSay,
  useWorkplace,
} from '../../design-system/web.ts';
import { type LayerJson, MOST_PICTURE_DRAWINGS, MOST_SHOWN } from './layer-look.rules.ts';
import { type TreeEntry, type TreeRow, treeRows } from './layer-tree.rules.ts';

const WORDS = {
  title: { zh: '图层目录', en: 'Layers' },
  find: { zh: '查找图层', en: 'Find a layer' },
  base: { zh: '其他', en: 'Other' },
  registers: { zh: '台账图层', en: 'Registers' },
  none: { zh: '没有符合的图层', en: 'No layer matches' },
  full: {
    zh: '「{name}」暂不能显示：同时最多 {most} 个图层，请先关闭一些',
    en: '“{name}” cannot be shown now: at most {most} layers at once; switch some off first',
  },
  heavy: {
    zh: '「{name}」暂不能显示：外部底图和瓦片图层同时显示过多，请先关闭一些',
    en: '“{name}” cannot be shown now: too many pictures and tiles of others at once; switch some off first',
  },
  keep: { zh: '维护图层目录', en: 'Keep the catalogue' },
} as const satisfies Record<string, Phrase>;

interface Props {
  /** Registers of this person as layers. */
  readonly all: readonly LayerJson[];
  /** Entries of the catalogue. */
  readonly entries: readonly TreeEntry[];
  /** Ids that are asked for, on the map or not. */
  readonly on: readonly string[];
  readonly onTurn: (id: string, isOn: boolean) => void;
}

const ROW = 30;

/** Every layer that this person may switch on, registers under the headings of the menu and the catalogue by its folders. */
export function LayerTree({ all, entries, on, onTurn }: Props) {
  const say = useSay();
  const may = useMay();
  const folderOf = useMenuFolder();
  const [wanted, setWanted] = useState('');
  const [refused, setRefused] = useState<{ name: string; why: Phrase }>();
  const registers = all.map((layer) => ({ id: layer.id, name: say(layer.label), folder: folderOf(layer.id) }));
  registers.sort((one, other) => order(one.folder) - order(other.folder));
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(registers.flatMap(({ folder }) => above(folder))),
  );
  const rows = treeRows([...registers, ...entries], open, wanted);

  const turn = (entry: TreeEntry, isOn: boolean) => {
    const why = isOn ? tooMuch(entry) : undefined;
    setRefused(why && { name: entry.name, why });
    if (!why) onTurn(entry.id, isOn);
  };
  const fold = (path: string) => setOpen((now) => (now.has(path) ? without(now, path) : new Set([...now, path])));
  return (
    <Section title={WORDS.title}>
      <input
        type="search"
        className="input"
        aria-label={say(WORDS.find)}
        placeholder={say(WORDS.find)}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {refused && <p role="alert">{say(refused.why, { name: refused.name, most: MOST_SHOWN })}</p>}
      {rows.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      <Rows rows={rows} on={on} onFold={fold} onTurn={turn} />
      {may('catalogue_layer.keep') && <Go to="/catalogue-layers">{say(WORDS.keep)}</Go>}
    </Section>
  );

  /** Why one more cannot be shown. */
  function tooMuch({ drawings = 0 }: TreeEntry): Phrase | undefined {
    if (on.length >= MOST_SHOWN) return WORDS.full;
    const known = entries.filter(({ id }) => on.includes(id)).reduce((sum, one) => sum + (one.drawings ?? 0), 0);
    return drawings > 0 && known + drawings > MOST_PICTURE_DRAWINGS ? WORDS.heavy : undefined;
  }

  function order(folder: string): number {
    return ORDER.findIndex((group) => folder.endsWith(`/${say(group)}`));
  }
}

const ORDER: readonly Phrase[] = [...Object.values(MENU_GROUPS), WORDS.base];
const above = (folder: string) => folder.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));

function without<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const left = new Set(set);
  left.delete(item);
  return left;
}

function Rows({
  rows,
  on,
  onFold,
  onTurn,
}: {
  rows: readonly TreeRow[];
  on: readonly string[];
  onFold: (path: string) => void;
  onTurn: (entry: TreeEntry, isOn: boolean) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 30,
  });
  return (
    <div ref={scroller} className="layer-tree">
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index] as TreeRow;
          const style = { transform: `translateY(${start}px)`, paddingInlineStart: row.depth * 14 };
          return row.kind === 'folder' ? (
            <div key={row.path} className="layer-row" style={style}>
              <button type="button" className="button-bare" aria-expanded={row.isOpen} onClick={() => onFold(row.path)}>
                <span aria-hidden="true">{row.isOpen ? '▾' : '▸'}</span> {row.name}{' '}
                <span className="soft">{row.count}</span>
              </button>
            </div>
          ) : (
            <div key={row.entry.id} className="layer-row" style={style}>
              <CheckField
                label={{ zh: row.entry.name, en: row.entry.name }}
                isChecked={on.includes(row.entry.id)}
                onChange={(next) => onTurn(row.entry, next)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Under which heading of the menu the register's own list stands; a further shape stands with its register. */
function useMenuFolder(): (id: string) => string {
  const say = useSay();
  const { contributions } = useWorkplace();
  const listed = useMemo(() => contributions.flatMap((one) => one.screens).filter(({ menu }) => menu), [contributions]);
  return (id) => {
    const screen =
      listed.find(({ path }) => path === `/${id}`) ?? listed.find(({ path }) => `/${id}`.startsWith(`${path}-`));
    const group: MenuGroup | undefined = screen?.menu?.group;
    return `${say(WORDS.registers)}/${say(group ? MENU_GROUPS[group] : WORDS.base)}`;
  };
}
