import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, type Store, useStore } from '../live/web.ts';
import { columnMoved, columnPut, columnTurned } from './column-order.rules.ts';

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

const keyOf = (name: string) => `fengsui.columns.${name}`;

function storeOf(name: string): Store<readonly string[] | undefined> {
  const known = stores.get(name);
  if (known) return known;
  const kept = localStorage.getItem(keyOf(name))?.split(',').filter(Boolean);
  const store = createStore<readonly string[] | undefined>(kept);
  stores.set(name, store);
  return store;
}

/** Columns chosen for a named list on this machine; undefined where nobody has chosen. */
export const shownColumns = (name: string): readonly string[] | undefined => storeOf(name).get();

/** Shows these columns of a named list, here and now and from now on. */
export function showColumns(name: string, columns: readonly string[]): void {
  localStorage.setItem(keyOf(name), columns.join(','));
  storeOf(name).set(columns);
}

/** Which columns of a named list are shown and in which order, kept on this machine. */
export function useShownColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const kept = useStore(storeOf(name)) ?? columns.filter((column) => !column.isHidden).map((column) => column.key);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const known = kept.filter((key) => byKey.has(key));
  const chosen = known.length > 0 ? known : [...byKey.keys()];
  const keep = (next: readonly string[]) => next !== chosen && showColumns(name, next);
  return {
    shown: chosen.flatMap((key) => byKey.get(key) ?? []),
    toggle: (key: string) => keep(columnTurned(chosen, [...byKey.keys()], key)),
    move: (key: string, by: -1 | 1) => keep(columnMoved(chosen, key, by)),
    put: (key: string, before: string) => keep(columnPut(chosen, key, before)),
  };
}
