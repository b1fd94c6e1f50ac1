import { type ComponentProps, createContext, useContext, useMemo } from 'react';
import { createStore, useStore } from '../live/web.ts';
import { joinTyped, partTyped } from './typed.rules.ts';

interface Kept {
  readonly typed: string;
}

/** What was typed and may be personal lies in the state of the history's entry: it outlives a reload, no server sees it. */
const here = () => joinTyped(`${location.pathname}${location.search}`, (history.state as Kept | null)?.typed);
const place = createStore(here());
let base = '';

window.addEventListener('popstate', () => place.set(here()));

/** Where this app lives: '' for the console, '/field' for the field app. Called once, before the first drawing. */
export function setBase(path: string): void {
  base = path;
}

export interface GoOptions {
  /** Back passes over the present address. */
  readonly replaces?: boolean;
}

/** Goes to a screen of this app: `/incidents/0193?tab=orders`. */
export function go(to: string, { replaces = false }: GoOptions = {}): void {
  if (`${base}${to}` === place.get()) return;
  const { shown, typed } = partTyped(`${base}${to}`);
  const kept: Kept | null = typed === undefined ? null : { typed };
  if (replaces) history.replaceState(kept, '', shown);
  else history.pushState(kept, '', shown);
  place.set(here());
}

/** Path within this app, without its base and query. */
export function usePath(): string {
  const path = useStore(place).split('?')[0] ?? '/';
  return path.slice(base.length) || '/';
}

export type Search = Readonly<Record<string, string>>;

/** What stands after `?` in the address, and how to change it; undefined or '' takes a value out. */
export function useSearch(): [Search, (changes: Readonly<Record<string, string | undefined>>) => void] {
  const [path = '', query = ''] = useStore(place).split('?');
  const search = useMemo(() => Object.fromEntries(new URLSearchParams(query)), [query]);
  const change = (changes: Readonly<Record<string, string | undefined>>) => {
    // What is left while it still moves (a map, a timer) writes into no other address.
    if (location.pathname !== path) return;
    const next = new URLSearchParams(place.get().split('?')[1] ?? '');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    go(`${path.slice(base.length) || '/'}${text ? `?${text}` : ''}`, { replaces: true });
  };
  return [search, change];
}

export const ParamsContext = createContext<Readonly<Record<string, string>>>({});

/** The values of the address: `useParams().id` on `/incidents/:id`. A name the pattern lacks is ''. */
export function useParams(): Readonly<Record<string, string>> & { readonly id: string } {
  return { id: '', ...useContext(ParamsContext) };
}

/** A link to a screen of this app; opens in a new tab as every link does. */
export function Go({ to, children, ...rest }: { to: string } & Omit<ComponentProps<'a'>, 'href'>) {
  return (
    <a
      {...rest}
      href={`${base}${partTyped(to).shown}`}
      onClick={(event) => {
        rest.onClick?.(event);
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
