import type { ComponentProps } from 'react';

/** `main` for the one thing to do here; `danger` for what cannot be taken back. Says `type="button"` unless told. */
export function Button({
  kind = 'plain',
  isBusy = false,
  className = '',
  ...rest
}: ComponentProps<'button'> & { kind?: 'main' | 'plain' | 'danger' | 'bare'; isBusy?: boolean }) {
  const look = kind === 'bare' ? 'button-bare' : `button button-${kind}`;
  return (
    <button
      type="button"
      {...rest}
      className={`${look} ${className}`.trim()}
      aria-busy={isBusy || undefined}
      disabled={rest.disabled === true || isBusy}
    />
  );
}
