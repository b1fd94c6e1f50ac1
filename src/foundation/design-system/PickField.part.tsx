import { type ReactNode, useId, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { Field, type FieldProps } from './Form.part.tsx';
import { useSay } from './language.ts';
import { type Findable, fittingItems } from './pick.rules.ts';

const NOTHING: Phrase = { zh: '没有符合的', en: 'Nothing fits' };
const UNKNOWN: Phrase = { zh: '没有「{typed}」，请从列表中选', en: '“{typed}” is not there; choose from the list' };
const SHOWN = 60;

export interface PickItem extends Findable {
  readonly value: string;
  /** What is typed to find it and shown when it is chosen. */
  readonly text: string;
  readonly more?: ReactNode;
}

/**
 * One of many: type to find, arrows and Enter to take. `items` are those to choose from now: all of them, or what a view
 * found for the typed text (`onSearch`). What was typed and is none of them stays, and is refused by name.
 */
export function PickField({
  value,
  onChange,
  items,
  onSearch,
  placeholder,
  ...field
}: FieldProps & {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  items: readonly PickItem[];
  onSearch?: (text: string) => void;
  placeholder?: string;
}) {
  const say = useSay();
  const listId = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const chosen = items.find((item) => item.value === value);
  const fitting = (onSearch ? items : fittingItems(items, typed ?? '')).slice(0, SHOWN);
  const unknown = typed?.trim() && typed !== chosen?.text ? typed : undefined;
  const open = () => {
    setTyped(typed ?? '');
    setOpen(true);
  };
  const close = () => {
    setTyped(undefined);
    setOpen(false);
  };
  const take = (item: PickItem | undefined) => {
    if (!item) return setOpen(false);
    onChange(item.value);
    close();
  };
  const leave = () => {
    setOpen(false);
    const meant = unknown && items.find(({ text }) => text.toLowerCase() === unknown.trim().toLowerCase());
    if (meant) take(meant);
    else setTyped(unknown);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      setAt(Math.max(0, Math.min(fitting.length - 1, next)));
    } else if (event.key === 'Enter' && isOpen && !event.nativeEvent.isComposing && !event.ctrlKey) {
      event.preventDefault();
      take(fitting[at]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <Field {...field}>
      {(control) => (
        <div className="pick">
          <input
            {...control}
            ref={(input) => input?.setCustomValidity(unknown ? say(UNKNOWN, { typed: unknown }) : '')}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && fitting[at] ? `${listId}-${at}` : undefined}
            placeholder={placeholder}
            disabled={field.isDisabled}
            value={typed ?? chosen?.text ?? ''}
            onFocus={(event) => event.target.select()}
            onClick={open}
            onBlur={leave}
            onKeyDown={onKeyDown}
            onChange={({ target }) => {
              setTyped(target.value);
              setOpen(true);
              setAt(0);
              onSearch?.(target.value);
              if (target.value === '') onChange(undefined);
            }}
          />
          {isOpen && (
            <div className="menu" role="listbox" id={listId} aria-label={say(field.label)}>
              {fitting.map((item, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the text field, which keeps the focus
                <div
                  key={item.value}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(item)}
                >
                  <span>{item.text}</span>
                  {item.more && <small>{item.more}</small>}
                </div>
              ))}
              {fitting.length === 0 && (
                <div role="option" aria-disabled="true" aria-selected="false" tabIndex={-1}>
                  {say(NOTHING)}
                </div>
              )}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
