import { useEffect, useState } from 'react';
import { serverNow } from '../../foundation/api/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { Figure } from './reading/casualties.rules.ts';

export type Figures = Readonly<Record<Figure, number | null>>;

/** What the officer has typed so far, as the form holds it. Instants are ISO text in UTC, the place is lng/lat. */
export interface Draft extends Figures {
  readonly text: string;
  readonly sourceChannel: string | undefined;
  readonly kind: string | undefined;
  readonly knownAt: string | undefined;
  readonly occurredAt: string | undefined;
  readonly placeText: string;
  readonly place: { readonly lng: number; readonly lat: number } | undefined;
  readonly damage: string;
  readonly measuresTaken: string;
  readonly callerName: string;
  readonly callerPhone: string;
  /** Recordings, faxes and scans: ids of what is uploaded already. */
  readonly files: readonly string[];
  readonly mark: 'real' | 'drill' | 'test';
}

function emptyDraft(): Draft {
  return {
    text: '',
    sourceChannel: 'phone',
    kind: undefined,
    // The clock of the written report runs from here: from when the call came, not from when it was typed.
    knownAt: serverNow().toISOString(),
    occurredAt: undefined,
    placeText: '',
    place: undefined,
    deaths: null,
    missing: null,
    seriousInjuries: null,
    minorInjuries: null,
    trapped: null,
    damage: '',
    measuresTaken: '',
    callerName: '',
    callerPhone: '',
    files: [],
    mark: 'real',
  };
}

function keptDraft(key: string): Draft | undefined {
  const kept = localStorage.getItem(key);
  if (!kept) return undefined;
  try {
    return { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    // Written by an older edition or cut off: worth less than a form that opens.
    localStorage.removeItem(key);
    return undefined;
  }
}

const isWorthKeeping = ({ text, placeText, kind, callerName, measuresTaken, files }: Draft) =>
  Boolean(text || placeText || kind || callerName || measuresTaken || files.length);

/** The form's content, kept on this machine until it is filed or thrown away: a closed browser loses nothing. */
export function useDraft() {
  // Each person's own: on a shared desk nobody finds a caller's words that somebody else typed.
  const key = `fengsui.intake.draft.${useViewer().person.id}`;
  const [kept] = useState(() => keptDraft(key));
  const [draft, setDraft] = useState<Draft>(() => kept ?? emptyDraft());
  const [isRestored, setRestored] = useState(kept !== undefined);
  useEffect(() => {
    if (isWorthKeeping(draft)) localStorage.setItem(key, JSON.stringify(draft));
  }, [draft, key]);
  return {
    draft,
    isRestored,
    set: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    /** Filed: nothing of it stays on this machine. */
    forget: () => localStorage.removeItem(key),
    /** Thrown away: the form is empty and its clock runs from now. */
    restart: () => {
      localStorage.removeItem(key);
      setRestored(false);
      setDraft(emptyDraft());
    },
  };
}
