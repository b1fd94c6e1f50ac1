import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, useStore } from '../live/web.ts';
import { useSay } from './language.ts';

interface Toast {
  readonly number: number;
  readonly phrase: Phrase;
}

const toasts = createStore<readonly Toast[]>([]);
let count = 0;
const SHOWN_MS = 6000;

/** Only for what is not otherwise visible: a file was saved, a link was copied. */
export function toast(phrase: Phrase): void {
  count += 1;
  const mine = { number: count, phrase };
  toasts.set([...toasts.get(), mine]);
  setTimeout(() => toasts.set(toasts.get().filter((one) => one !== mine)), SHOWN_MS);
}

export function Toasts() {
  const say = useSay();
  const shown = useStore(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ number, phrase }) => (
        <p key={number}>{say(phrase)}</p>
      ))}
    </div>
  );
}
