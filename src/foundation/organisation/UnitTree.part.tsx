import { useEffect, useRef, useState } from 'react';
import { go, useKeys, useSay } from '../design-system/web.ts';
import { createStore, useStore } from '../live/web.ts';
import { pathTo, type TreeLine, type TreeUnit, treeLines } from './unit-tree.rules.ts';

const WORDS = {
  label: { zh: '机构树', en: 'Organisation tree' },
  search: { zh: '查找单位', en: 'Find a unit' },
  nothing: { zh: '没有符合的单位', en: 'No unit fits' },
  found: { zh: '{count} 个单位', en: '{count} units' },
} as const;

/** What is open and what was typed outlives the page: whoever comes back finds the tree as they left it. */
const opened = createStore<ReadonlySet<string>>(new Set());
const typed = createStore('');

/** Opens what lies above a unit, so that it is seen. */
export function openTo(units: readonly TreeUnit[], id: string): void {
  const keys = pathTo(units, id).filter((key) => !opened.get().has(key));
  if (keys.length > 0) opened.set(new Set([...opened.get(), ...keys]));
}

function toggle(key: string, isOpen: boolean): void {
  const next = new Set(opened.get());
  if (isOpen) next.add(key);
  else next.delete(key);
  opened.set(next);
}

/** Two levels are open until somebody closes them; arrows move, right opens, left closes, Enter shows the unit. */
export function UnitTree({ units, chosen }: { units: readonly TreeUnit[]; chosen: string | undefined }) {
  const say = useSay();
  const open = useStore(opened);
  const text = useStore(typed);
  const [at, setAt] = useState(chosen);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: '/', label: WORDS.search, act: () => input.current?.focus() }]);
  useEffect(() => {
    const top = units.filter(({ parentId }) => parentId === null || units[0]?.id === parentId);
    if (opened.get().size === 0) opened.set(new Set(top.map(({ id }) => id)));
  }, [units]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another unit is shown, not at every opened branch
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, units]);

  const lines = treeLines(units, (key) => open.has(key), text);
  const focused = lines.some(({ key }) => key === at) ? at : lines[0]?.key;
  const focus = (line: TreeLine | undefined) => {
    if (!line) return;
    setAt(line.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${line.key}"]`)?.focus();
  };
  const enter = ({ key, unit, isOpen }: TreeLine) => (unit ? go(`/organisation/${unit.id}`) : toggle(key, !isOpen));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const index = lines.findIndex(({ key }) => key === focused);
    const line = lines[index];
    if (!line || event.ctrlKey || event.altKey) return;
    const parent = () => lines.slice(0, index).findLast(({ level }) => level < line.level);
    const move = new Map([
      ['ArrowDown', () => focus(lines[index + 1])],
      ['ArrowUp', () => focus(lines[index - 1])],
      ['ArrowRight', () => (line.isOpen || line.below === 0 ? focus(lines[index + 1]) : toggle(line.key, true))],
      ['ArrowLeft', () => (line.isOpen && text === '' ? toggle(line.key, false) : focus(parent()))],
      ['Home', () => focus(lines[0])],
      ['End', () => focus(lines.at(-1))],
      ['Enter', () => enter(line)],
    ]).get(event.key);
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <nav className="unit-tree" aria-label={say(WORDS.label)}>
      <input
        ref={input}
        type="search"
        aria-label={say(WORDS.search)}
        placeholder={`${say(WORDS.search)}  /`}
        value={text}
        onChange={(event) => typed.set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            focus(lines[0]);
          }
        }}
      />
      <p className="unseen" role="status">
        {text && say(WORDS.found, { count: lines.filter(({ unit }) => unit).length })}
      </p>
      {lines.length === 0 && <p className="soft">{say(WORDS.nothing)}</p>}
      {lines.length > 0 && (
        <div ref={list} role="tree" aria-label={say(WORDS.label)} onKeyDown={onKeyDown} tabIndex={-1}>
          {lines.map((line) => (
            <Line
              key={line.key}
              line={line}
              isChosen={line.unit !== undefined && line.unit.id === chosen}
              isFocused={line.key === focused}
              enter={() => {
                setAt(line.key);
                enter(line);
              }}
            />
          ))}
        </div>
      )}
    </nav>
  );
}

function Line({
  line,
  isChosen,
  isFocused,
  enter,
}: {
  line: TreeLine;
  isChosen: boolean;
  isFocused: boolean;
  enter: () => void;
}) {
  const say = useSay();
  const { key, unit, heading, level, below, isOpen, place, sisters } = line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree reads the keys
    <div
      role="treeitem"
      data-key={key}
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={sisters}
      aria-selected={isChosen}
      aria-expanded={below > 0 ? isOpen : undefined}
      title={unit?.name}
      className={unit ? 'tree-line' : 'tree-line is-heading'}
      style={{ paddingInlineStart: (level - 1) * 16 }}
      onClick={enter}
    >
      <span
        className="tree-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (below === 0) return;
          event.stopPropagation();
          toggle(key, !isOpen);
        }}
      >
        {below > 0 ? (isOpen ? '▾' : '▸') : ''}
      </span>
      <span className="tree-name">{unit ? unit.shortName : heading && say(heading)}</span>
      {below > 0 && <small>{below}</small>}
    </div>
  );
}
