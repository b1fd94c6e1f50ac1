// biome-ignore-all lint/a11y/useSemanticElements: heads of a list whose rows no table can hold
import type { DragEvent, KeyboardEvent } from 'react';
import { useSearch } from './address.tsx';
import { useSay } from './language.ts';
import type { Column } from './list-columns.ts';

const KIND = 'application/x-fengsui-column';
const HINT = { zh: '拖动或按 Alt+←、Alt+→ 调整栏目顺序', en: 'Drag, or press Alt+← and Alt+→, to move this column' };

/**
 * The head of a column: one that the view can sort by is a button, and its order stands in the address; each is put elsewhere
 * by dragging, or by Alt with an arrow.
 */
export function HeadCell<Row>({
  column,
  move,
  put,
}: {
  column: Column<Row>;
  move: (key: string, by: -1 | 1) => void;
  put: (key: string, before: string) => void;
}) {
  const say = useSay();
  const [search, change] = useSearch();
  const { key } = column;
  const moving = {
    className: column.isNumber ? 'is-number' : '',
    title: say(HINT),
    draggable: true,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(KIND, key),
    onDragOver: (event: DragEvent) => event.dataTransfer.types.includes(KIND) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      put(event.dataTransfer.getData(KIND), key);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
      if (!event.altKey || by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move(key, by);
    },
  };
  if (!column.isSortable) {
    return (
      <span role="columnheader" tabIndex={0} {...moving}>
        {say(column.title)}
      </span>
    );
  }
  const order = search.sort !== key ? 'none' : search.order === 'down' ? 'descending' : 'ascending';
  // Up, down, and back to the order of the list.
  const next = {
    none: { sort: key, order: undefined },
    ascending: { sort: key, order: 'down' },
    descending: { sort: undefined, order: undefined },
  }[order];
  return (
    <span role="columnheader" aria-sort={order} tabIndex={-1} {...moving}>
      <button type="button" className="head-button" onClick={() => change(next)}>
        {say(column.title)}
        <span aria-hidden="true">{{ none: '', ascending: ' ↑', descending: ' ↓' }[order]}</span>
      </button>
    </span>
  );
}
