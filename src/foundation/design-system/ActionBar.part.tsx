import { type ReactNode, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { Button } from './Button.part.tsx';
import { Dialog } from './Dialog.part.tsx';
import { useKeys } from './keys.ts';
import { useSay } from './language.ts';

export interface Action {
  readonly key: string;
  readonly label: Phrase;
  readonly act: () => void;
  /** `main`: what usually comes next; at most one. */
  readonly kind?: 'main' | 'plain' | 'danger';
  readonly isBusy?: boolean;
  /** Why it cannot be done now; shown beside it instead of hiding it. */
  readonly reason?: Phrase | undefined;
}

const WORDS = {
  title: { zh: '办理', en: 'Act' },
  help: { zh: '可办理的事项', en: 'What can be done' },
} as const satisfies Record<string, Phrase>;

/** What may be done with the record, at the foot of its page; the key A lists it. */
export function ActionBar({ actions, children }: { actions: readonly Action[]; children?: ReactNode }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  useKeys(actions.length > 0 ? [{ keys: 'a', label: WORDS.help, act: () => setOpen(true) }] : []);
  if (actions.length === 0 && !children) return null;
  const buttons = (after: () => void) =>
    actions.map(({ key, label, act, kind, isBusy, reason }) => (
      <Button
        key={key}
        kind={kind ?? 'plain'}
        isBusy={isBusy === true}
        disabled={reason !== undefined}
        title={reason && say(reason)}
        onClick={() => {
          after();
          act();
        }}
      >
        {say(label)}
      </Button>
    ));
  return (
    <section className="action-bar" aria-label={say(WORDS.title)}>
      {buttons(() => undefined)}
      {children}
      <Dialog title={say(WORDS.title)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="action-list">{buttons(() => setOpen(false))}</div>
      </Dialog>
    </section>
  );
}
