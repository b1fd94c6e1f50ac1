// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: aria-checked goes with menuitemradio, which the checker does not see
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Go } from './address.tsx';
import { DownIcon } from './icons.tsx';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly isChosen?: boolean;
}

/** Something to do, or a screen to go to: that one is a link, and opens in a new tab as links do. */
export type MenuItem = Entry & ({ readonly act: () => void } | { readonly to: string });

/** A button that opens a short list of things to do; arrows move in it, Esc closes it. */
export function MenuButton({
  label,
  name,
  items,
  className = 'button-bare',
}: {
  /** What the button shows. */
  label: ReactNode;
  /** What it is called for those who do not see it, when the label is no word. */
  name?: string;
  items: readonly MenuItem[];
  className?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const entries = box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]');
    const chosen = box.current?.querySelector<HTMLElement>('[aria-checked=true]');
    (chosen ?? entries?.[0])?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    entries[(at + step + entries.length) % entries.length]?.focus();
  };
  return (
    <div className="menu-box" ref={box}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <DownIcon />
      </button>
      {isOpen && (
        <div className="menu" role="menu" id={id} onKeyDown={onKeyDown}>
          {items.map((item) => {
            const role = item.isChosen === undefined ? 'menuitem' : 'menuitemradio';
            return 'to' in item ? (
              <Go key={item.key} to={item.to} role={role} aria-checked={item.isChosen} onClick={() => setOpen(false)}>
                {item.label}
              </Go>
            ) : (
              <button
                key={item.key}
                type="button"
                role={role}
                aria-checked={item.isChosen}
                onClick={() => {
                  close();
                  item.act();
                }}
              >
                {item.label}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
