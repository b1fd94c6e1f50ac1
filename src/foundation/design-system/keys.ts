import { useEffect, useRef } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, useStore } from '../live/web.ts';

/** `keys`: `n`, `?`, `ctrl k`, or two in a row: `g i`. `label` stands in the help that `?` opens. */
export interface KeyBinding {
  readonly keys: string;
  readonly label: Phrase;
  readonly act: () => void;
}

const bindings = createStore<readonly KeyBinding[]>([]);

export const useKeyHelp = () => useStore(bindings);

/** Keys work while the part is on the page; of two with the same keys the later one acts. */
export function useKeys(mine: readonly KeyBinding[]): void {
  const latest = useRef(mine);
  latest.current = mine;
  const signature = mine.map(({ keys }) => keys).join('|');
  useEffect(() => {
    const added = signature
      .split('|')
      .filter(Boolean)
      .map((keys, index) => ({
        keys,
        label: latest.current[index]?.label ?? { zh: keys, en: keys },
        act: () => latest.current[index]?.act(),
      }));
    bindings.set([...bindings.get(), ...added]);
    return () => bindings.set(bindings.get().filter((binding) => !added.includes(binding as (typeof added)[number])));
  }, [signature]);
}

const PAIR_MS = 1200;
let first: { key: string; at: number } | undefined;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isCommand = event.ctrlKey || event.metaKey;
  if (!isCommand && isTyping(event.target)) return;
  // A dialog on top keeps the page's keys away from what lies under it.
  if (document.querySelector('dialog[open]') && !isCommand) return;
  const single = isCommand ? `ctrl ${key}` : key;
  const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${key}` : undefined;
  const all = bindings.get();
  const found =
    (pair && all.findLast(({ keys }) => keys === pair)) ?? all.findLast(({ keys }) => keys === single) ?? undefined;
  first = !found && !isCommand ? { key, at: event.timeStamp } : undefined;
  if (!found) return;
  event.preventDefault();
  found.act();
}
window.addEventListener('keydown', onKeyDown);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
