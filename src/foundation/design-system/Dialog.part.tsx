import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { CrossIcon } from './icons.tsx';
import { useSay } from './language.ts';

const FIRST =
  '.dialog-body :is(input:not([type=file]), select, textarea, button, a[href]):not(:disabled, [tabindex="-1"])';
const CLOSE: Phrase = { zh: '关闭', en: 'Close' };

/** Over the page until it is answered; Esc closes it, focus comes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'narrow',
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  size?: 'narrow' | 'wide' | 'full';
}) {
  const say = useSay();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element && !element.open) {
      element.showModal();
      // The browser would take the first thing it finds, the cross; what is to be filled or pressed is in the body.
      element.querySelector<HTMLElement>(FIRST)?.focus();
    }
    return () => element?.close();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button-bare" aria-label={say(CLOSE)} onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
