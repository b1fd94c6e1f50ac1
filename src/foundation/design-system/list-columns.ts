import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, type Store, useStore } from '../live/web.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: Phrase;
  readonly cell: (row: Row) => ReactNode;
  /** Width as a CSS grid track: `8rem`, `minmax(12rem, 3fr)`; `minmax(6rem, 1fr)` unless told. */
  readonly width?: string;
  readonly isNumber?: boolean;
  /** The cell as plain text, for the sheet; a column without it is not in the sheet. */
  readonly text?: (row: Row) => string | number | null | undefined;
  /** Not shown until it is chosen. */
  readonly isHidden?: boolean;
  /** The view can sort by it: `sort` in the address is its key, `order=down` turns it round. */
  readonly isSortable?: boolean;
}

const stores = new Map<string, Store<readonly string[] | undefined>>();

/** Which columns of a named list are shown, kept on this machine. */
export function useShownColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const key = `fengsui.columns.${name}`;
  let store = stores.get(key);
  if (!store) {
    store = createStore<readonly string[] | undefined>(localStorage.getItem(key)?.split(',').filter(Boolean));
    stores.set(key, store);
  }
  const chosen = useStore(store) ?? columns.filter((column) => !column.isHidden).map((column) => column.key);
  const toggle = (column: string) => {
    const next = chosen.includes(column) ? chosen.filter((each) => each !== column) : [...chosen, column];
    if (next.length === 0) return;
    localStorage.setItem(key, next.join(','));
    store.set(next);
  };
  return { shown: columns.filter((column) => chosen.includes(column.key)), toggle };
}
