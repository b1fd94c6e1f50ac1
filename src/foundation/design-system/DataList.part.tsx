// biome-ignore-all lint/a11y/useSemanticElements: rows lie where the scrolled window shows them, which no table can
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { showTime } from '../../kernel/calendar.ts';
import { sheetText } from '../../kernel/sheet.ts';
import { serverNow, type ViewState } from '../api/web.ts';
import { Go, go, useSearch } from './address.tsx';
import { HeadCell } from './HeadCell.part.tsx';
import { useKeys } from './keys.ts';
import { type Filter, ListTools, type SheetLink } from './ListTools.part.tsx';
import { useSay } from './language.ts';
import { type Column, useShownColumns } from './list-columns.ts';
import { Empty, type EmptyWords, Refusal, Skeleton, StaleNote } from './States.part.tsx';
import { saveBlob } from './save-answer.part.tsx';
import { useDensity } from './theme.ts';

const KEYS = {
  next: { zh: '列表：下一行', en: 'List: next row' },
  previous: { zh: '列表：上一行', en: 'List: previous row' },
  turn: { zh: '列表：选择本行', en: 'List: choose this row' },
  edit: { zh: '列表：更正本行', en: 'List: correct this row' },
  choose: { zh: '选择第 {number} 行', en: 'Choose row {number}' },
  chooseAll: { zh: '选择所列各行', en: 'Choose all rows listed' },
} as const;
const NOTHING_FITS = { zh: '没有符合筛选条件的记录', en: 'Nothing fits these filters' };

/** How many rows are drawn on paper at most; a sheet is made for more. */
const PRINTED = 2000;

/**
 * A list of records: exact count, filters in the address bar, columns to choose, sheet, print; J and K move, Enter opens.
 * Only the rows in sight are drawn, so that half a million scroll as ten do.
 */
export function DataList<Row>({
  name,
  label,
  view,
  rows,
  total,
  columns,
  rowKey,
  to,
  filters = [],
  hasSearch = false,
  empty,
  tools,
  sheetName,
  sheets,
  selection,
  onEnd,
  onSeen,
  onEdit,
}: {
  /** Under this name its columns are kept. */
  name: string;
  /** What is listed; read out with the table. */
  label: string;
  /** State of the view that gives the rows: loading, refused, stale. */
  view: Pick<ViewState<unknown>, 'problem' | 'isLoading' | 'isOffline' | 'asOf' | 'refresh'>;
  /** As many as there are; a row that is not here yet is undefined. */
  rows: readonly (Row | undefined)[];
  /** Exact count of all that fit, when the view gives only the first of them. */
  total?: number;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Address of a row's page; its first column links there. */
  to?: (row: Row) => string;
  /** Read them with `useSearch()` and give them to the view. */
  filters?: readonly Filter[];
  /** A search field, kept as `q` in the address. */
  hasSearch?: boolean;
  empty: EmptyWords;
  /** Beside the filters: buttons of the page. */
  tools?: ReactNode;
  /** Name of the exported sheet without its ending; `label` unless told. */
  sheetName?: string;
  /** Sheets that the server makes of everything that fits; without them the rows shown are saved as CSV. */
  sheets?: readonly SheetLink[];
  /** Given: rows can be chosen, by their keys. */
  selection?: {
    readonly chosen: ReadonlySet<string>;
    readonly choose: (keys: readonly string[], isOn: boolean) => void;
  };
  /** The last row is in sight: more may be asked for. */
  onEnd?: () => void;
  /** Which rows are in sight, first and last: where `rows` has gaps, they are asked for now. */
  onSeen?: (first: number, last: number) => void;
  /** E on a row. */
  onEdit?: (row: Row) => void;
}) {
  const say = useSay();
  const density = useDensity();
  const { shown, toggle, move: moveColumn, put } = useShownColumns(name, columns);
  const [search] = useSearch();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const isPrinting = usePrinting();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (density === 'dense' ? 32 : 40),
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [density]);

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by));
    setAt(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  useKeys([
    { keys: 'j', label: KEYS.next, act: () => move(document.activeElement?.closest('[data-row]') ? 1 : 0) },
    { keys: 'k', label: KEYS.previous, act: () => move(-1) },
    ...(selection ? [{ keys: 'x', label: KEYS.turn, act: () => turn() }] : []),
    ...(onEdit ? [{ keys: 'e', label: KEYS.edit, act: () => here !== undefined && onEdit(here) }] : []),
  ]);
  const here = rows[at];
  const known = rows.filter((row) => row !== undefined);
  const turn = () => {
    if (here !== undefined && selection) selection.choose([rowKey(here)], !selection.chosen.has(rowKey(here)));
  };
  const drawn = virtual.getVirtualItems();
  const [firstSeen, lastSeen] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when other rows come into sight
  useEffect(() => onSeen?.(firstSeen, lastSeen), [firstSeen, lastSeen]);
  const isAtEnd = rows.length > 0 && lastSeen >= rows.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each end that is reached
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, rows.length]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      move(by);
    }
    const row = here;
    if (
      event.key === 'Enter' &&
      row !== undefined &&
      to &&
      event.target instanceof HTMLElement &&
      event.target.dataset.row
    ) {
      event.preventDefault();
      go(to(row));
    }
  };
  const saveSheet = () => {
    const inSheet = columns.filter((column) => column.text);
    const cells = known.map((row) => inSheet.map((column) => column.text?.(row)));
    const stamp = showTime(serverNow(), new Date(0)).replaceAll(/[: ]/g, '-');
    saveText(
      `${sheetName ?? label}-${stamp}.csv`,
      sheetText(
        inSheet.map((column) => say(column.title)),
        cells,
      ),
    );
  };

  const widths = shown.map((column) => column.width ?? 'minmax(6rem, 1fr)');
  const grid = { gridTemplateColumns: [...(selection ? ['2rem'] : []), ...widths].join(' ') };
  const drawRow = (row: Row, index: number, top?: number) => (
    <div
      key={rowKey(row)}
      role="row"
      className="list-row"
      aria-rowindex={index + 2}
      data-row={index}
      tabIndex={index === at ? 0 : -1}
      style={top === undefined ? grid : { ...grid, transform: `translateY(${top}px)` }}
      onFocus={() => setAt(index)}
    >
      {selection && (
        <span role="gridcell" tabIndex={-1}>
          <input
            type="checkbox"
            aria-label={say(KEYS.choose, { number: index + 1 })}
            checked={selection.chosen.has(rowKey(row))}
            onChange={({ target }) => selection.choose([rowKey(row)], target.checked)}
          />
        </span>
      )}
      {shown.map((column, position) => (
        <span key={column.key} role="gridcell" className={column.isNumber ? 'is-number' : ''} tabIndex={-1}>
          {position === 0 && to ? (
            <Go to={to(row)} tabIndex={-1}>
              {column.cell(row)}
            </Go>
          ) : (
            column.cell(row)
          )}
        </span>
      ))}
    </div>
  );

  const body = () => {
    if (view.isOffline && rows.length === 0) return <StaleNote asOf={undefined} />;
    if (view.problem && rows.length === 0) return <Refusal problem={view.problem} again={view.refresh} />;
    if (view.isLoading) return <Skeleton rows={10} />;
    return (
      <div className="list-scroll" ref={scroller}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={shown.length + (selection ? 1 : 0)}
          onKeyDown={onKeyDown}
          tabIndex={-1}
        >
          <div role="row" className="list-row list-head" aria-rowindex={1} style={grid} tabIndex={-1}>
            {selection && (
              <span role="columnheader" tabIndex={-1}>
                <input
                  type="checkbox"
                  aria-label={say(KEYS.chooseAll)}
                  checked={known.length > 0 && known.every((row) => selection.chosen.has(rowKey(row)))}
                  onChange={({ target }) => selection.choose(known.map(rowKey), target.checked)}
                />
              </span>
            )}
            {shown.map((column) => (
              <HeadCell key={column.key} column={column} move={moveColumn} put={put} />
            ))}
          </div>
          {isPrinting ? (
            known.slice(0, PRINTED).map((row, index) => drawRow(row, index))
          ) : (
            <div role="rowgroup" className="list-window" style={{ height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                return row === undefined ? (
                  <div key={index} className="list-row is-coming" style={{ transform: `translateY(${start}px)` }} />
                ) : (
                  drawRow(row, index, start)
                );
              })}
            </div>
          )}
        </div>
        {rows.length === 0 &&
          (filters.length > 0 && Object.keys(search).length > 0 ? (
            <Empty title={NOTHING_FITS} />
          ) : (
            <Empty {...empty} />
          ))}
      </div>
    );
  };
  return (
    <section className="list" aria-label={label}>
      <ListTools
        {...{ filters, hasSearch, columns, shown, toggle, saveSheet }}
        sheets={sheets}
        count={total ?? rows.length}
        counted={rows.length}
        isKnown={!view.isLoading && !(view.problem && rows.length === 0)}
      >
        {tools}
      </ListTools>
      {view.isOffline && rows.length > 0 && <StaleNote asOf={view.asOf} />}
      {body()}
    </section>
  );
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** Hands a text out as a file. */
export function saveText(fileName: string, text: string, mediaType = 'text/csv;charset=utf-8'): void {
  saveBlob(fileName, new Blob([text], { type: mediaType }));
}
