import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useSearch } from './address.tsx';
import { Button } from './Button.part.tsx';
import { Dialog } from './Dialog.part.tsx';
import type { ChoiceItem } from './Fields.part.tsx';
import { CrossIcon } from './icons.tsx';
import { useKeys } from './keys.ts';
import { useSay } from './language.ts';
import type { Column } from './list-columns.ts';
import { MenuButton } from './MenuButton.part.tsx';
import { setDensity, useDensity } from './theme.ts';

/** A choice above a list; its value stands in the address under `key`. */
export interface Filter {
  readonly key: string;
  readonly label: Phrase;
  readonly choices: readonly ChoiceItem[];
  /** Beside the choices, or without any: a value that is made, such as a range; `text` says it, `draw` makes it. */
  readonly made?: {
    text(value: string): string;
    draw(value: string | undefined, change: (value: string | undefined) => void): ReactNode;
  };
}

/** A sheet of everything that fits, made by the server: `表格 XLSX`. */
export interface SheetLink {
  readonly key: string;
  readonly label: Phrase;
  save(): void;
}

const WORDS = {
  search: { zh: '在列表中查找', en: 'Search this list' },
  made: { zh: '自定…', en: 'Other…' },
  clear: { zh: '清除「{label}」', en: 'Clear “{label}”' },
  count: { zh: '共 {count} 条', en: '{count} in all' },
  first: { zh: '共 {count} 条，显示前 {shown} 条', en: '{count} in all, the first {shown} shown' },
  view: { zh: '显示', en: 'View' },
  sheet: { zh: '导出表格', en: 'Export sheet' },
  print: { zh: '打印', en: 'Print' },
  dense: { zh: '紧凑行距', en: 'Dense rows' },
  roomy: { zh: '宽松行距', en: 'Roomy rows' },
} as const satisfies Record<string, Phrase>;

/** What stands above a list: search, filters as chips, the count, columns and what can be done with all of it. */
export function ListTools<Row>({
  filters,
  hasSearch,
  columns,
  shown,
  toggle,
  saveSheet,
  sheets,
  count,
  counted,
  isKnown,
  children,
}: {
  filters: readonly Filter[];
  hasSearch: boolean;
  columns: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  toggle: (column: string) => void;
  saveSheet: () => void;
  sheets: readonly SheetLink[] | undefined;
  count: number;
  counted: number;
  isKnown: boolean;
  children?: ReactNode;
}) {
  const say = useSay();
  const density = useDensity();
  const [search, change] = useSearch();
  const items = [
    ...columns.map((column) => ({
      key: column.key,
      label: say(column.title),
      isChosen: shown.includes(column),
      act: () => toggle(column.key),
    })),
    { key: '/dense', label: say(WORDS.dense), isChosen: density === 'dense', act: () => setDensity('dense') },
    { key: '/roomy', label: say(WORDS.roomy), isChosen: density === 'roomy', act: () => setDensity('roomy') },
    ...(sheets ?? []).map(({ key, label, save }) => ({ key: `/${key}`, label: say(label), act: save })),
    ...(!sheets && columns.some(({ text }) => text)
      ? [{ key: '/sheet', label: say(WORDS.sheet), act: saveSheet }]
      : []),
    { key: '/print', label: say(WORDS.print), act: () => window.print() },
  ];
  return (
    <div className="list-tools">
      {hasSearch && <ListSearch value={search.q ?? ''} onChange={(q) => change({ q })} />}
      {filters.map((filter) => (
        <FilterChip key={filter.key} filter={filter} value={search[filter.key]} change={change} />
      ))}
      {children}
      <span className="list-count" role="status">
        {isKnown && say(count > counted ? WORDS.first : WORDS.count, { count, shown: counted })}
      </span>
      <MenuButton label={say(WORDS.view)} items={items} />
    </div>
  );
}

function FilterChip({
  filter,
  value,
  change,
}: {
  filter: Filter;
  value: string | undefined;
  change: (changes: Record<string, string | undefined>) => void;
}) {
  const say = useSay();
  const [isMaking, setMaking] = useState(false);
  const chosen = filter.choices.find((choice) => choice.value === value);
  const label = say(filter.label);
  const words = chosen ? say(chosen.label) : value && filter.made?.text(value);
  const title = words ? `${label}: ${words}` : label;
  const items = filter.choices.map((choice) => ({
    key: choice.value,
    label: say(choice.label),
    isChosen: choice.value === value,
    act: () => change({ [filter.key]: choice.value }),
  }));
  const make = { key: '/made', label: say(WORDS.made), act: () => setMaking(true) };
  return (
    <span className={words ? 'chip is-on' : 'chip'}>
      {items.length > 0 ? (
        <MenuButton className="chip-button" label={title} items={filter.made ? [...items, make] : items} />
      ) : (
        <Button kind="bare" className="chip-button" onClick={make.act}>
          {title}
        </Button>
      )}
      {filter.made && (
        <Dialog title={label} isOpen={isMaking} onClose={() => setMaking(false)}>
          {filter.made.draw(value, (next) => {
            change({ [filter.key]: next });
            setMaking(false);
          })}
        </Dialog>
      )}
      {words && (
        <Button
          kind="bare"
          aria-label={say(WORDS.clear, { label })}
          onClick={() => change({ [filter.key]: undefined })}
        >
          <CrossIcon />
        </Button>
      )}
    </span>
  );
}

const TYPING_MS = 250;

/** Goes into the address when the typing pauses. `/` leads here. */
function ListSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  useKeys([{ keys: '/', label: WORDS.search, act: () => input.current?.focus() }]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <input
      ref={input}
      type="search"
      className="list-search"
      aria-label={say(WORDS.search)}
      placeholder={`${say(WORDS.search)}  /`}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
