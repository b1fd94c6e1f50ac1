import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, useStore } from '../live/web.ts';
import { go } from './address.tsx';
import { Dialog } from './Dialog.part.tsx';
import { useKeyHelp, useKeys } from './keys.ts';
import { useSay } from './language.ts';
import { Contributions, useMay, useWorkplace } from './workplace.tsx';

const WORDS = {
  title: { zh: '搜索一切', en: 'Search anything' },
  hint: { zh: '姓名、拼音、编号、电话、地点，回车前往', en: 'A name, pinyin, number, phone, place; Enter goes there' },
  help: { zh: '全部按键', en: 'All keys' },
  nothing: { zh: '没有符合的', en: 'Nothing fits' },
  moving: { zh: '列表：打开', en: 'List: open' },
  submit: { zh: '表单：提交', en: 'Form: submit' },
  back: { zh: '关闭对话框', en: 'Close a dialog' },
} as const satisfies Record<string, Phrase>;

export interface PaletteEntry {
  readonly key: string;
  readonly text: string;
  readonly more?: string;
  readonly act: () => void;
  /** Drawn in place of the text. */
  readonly drawn?: ReactNode;
}

/** What a part at the extension point `palette.found` is given: what was typed, and where to put what it finds. */
export interface PaletteFindProps {
  readonly text: string;
  /** The same function at every drawing. */
  readonly tell: (found: readonly PaletteEntry[]) => void;
}

/** Screens that stand before what was found among the records. */
const MOST_SCREENS = 4;

const offered = createStore<readonly PaletteEntry[]>([]);

/** What a page adds to Ctrl K while it is shown. Give the same array at every drawing, or none. */
export function usePaletteEntries(entries: readonly PaletteEntry[]): void {
  useEffect(() => {
    offered.set([...offered.get(), ...entries]);
    return () => offered.set(offered.get().filter((entry) => !entries.includes(entry)));
  }, [entries]);
}

const isOpenStore = createStore(false);
export const openPalette = () => isOpenStore.set(true);

/** Ctrl K: every screen of this person, every action of this page. `?`: all keys. */
export function CommandPalette() {
  const say = useSay();
  const isOpen = useStore(isOpenStore);
  const [isHelp, setHelp] = useState(false);
  useKeys([
    { keys: 'ctrl k', label: WORDS.title, act: openPalette },
    { keys: '?', label: WORDS.help, act: () => setHelp(true) },
  ]);
  return (
    <>
      <Dialog title={say(WORDS.title)} isOpen={isOpen} onClose={() => isOpenStore.set(false)} size="wide">
        <Palette onDone={() => isOpenStore.set(false)} />
      </Dialog>
      <Dialog title={say(WORDS.help)} isOpen={isHelp} onClose={() => setHelp(false)}>
        <KeyHelp />
      </Dialog>
    </>
  );
}

function Palette({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const may = useMay();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { contributions } = useWorkplace();
  const more = useStore(offered);
  const [found, tell] = useState<readonly PaletteEntry[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const screens: readonly PaletteEntry[] = contributions
    .flatMap(({ screens: all }) => all)
    .filter((screen) => !screen.path.includes(':') && may(screen.permission))
    .map((screen) => ({ key: screen.path, text: say(screen.title), more: screen.path, act: () => go(screen.path) }));
  const wanted = text.trim().toLowerCase();
  const named = [...more, ...screens].filter((entry) =>
    `${entry.text} ${entry.more ?? ''}`.toLowerCase().includes(wanted),
  );
  const fitting = wanted === '' ? named : [...named.slice(0, MOST_SCREENS), ...found];
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const take = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onDone();
    entry.act();
  };
  return (
    <div className="palette">
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={fitting[at] ? `${listId}-${at}` : undefined}
        aria-label={say(WORDS.hint)}
        placeholder={say(WORDS.hint)}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (by !== 0) {
            event.preventDefault();
            setAt(Math.max(0, Math.min(fitting.length - 1, at + by)));
          }
          if (event.key === 'Enter') take(fitting[at]);
        }}
      />
      <Contributions at="palette.found" props={{ text: text.trim(), tell } satisfies PaletteFindProps} />
      <div role="listbox" ref={list} id={listId} aria-label={say(WORDS.title)}>
        {fitting.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the text field, which keeps the focus
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(entry)}
          >
            {entry.drawn ?? (
              <>
                <span>{entry.text}</span>
                {entry.more && <small>{entry.more}</small>}
              </>
            )}
          </div>
        ))}
      </div>
      {fitting.length === 0 && <p className="notice-hint">{say(WORDS.nothing)}</p>}
    </div>
  );
}

/** As they stand on the keyboard. */
const KEY_CAPS: Readonly<Record<string, string>> = { ctrl: 'Ctrl', Escape: 'Esc' };

function KeyHelp() {
  const say = useSay();
  const bindings = useKeyHelp();
  const always = [
    { keys: 'Enter', label: WORDS.moving },
    { keys: 'ctrl Enter', label: WORDS.submit },
    { keys: 'Escape', label: WORDS.back },
  ];
  const unique = [...new Map([...bindings, ...always].map((binding) => [binding.keys, binding])).values()];
  return (
    <dl className="key-help">
      {unique.map(({ keys, label }) => (
        <div key={keys}>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key.length === 1 ? key.toUpperCase() : (KEY_CAPS[key] ?? key)}</kbd>
            ))}
          </dt>
          <dd>{say(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
