import { createContext, useContext } from 'react';
import { actingHat, requestJson } from '../api/web.ts';
import type { Role } from './define.ts';

/** One post this person holds now. */
export interface WebHat {
  readonly id: string;
  readonly postName: string;
  readonly role: Role;
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly path: string;
    readonly areaCode: string;
  };
}

/** What the server says of the signed-in person. */
export interface WebViewer {
  readonly person: { readonly id: string; readonly name: string };
  readonly hats: readonly WebHat[];
  readonly actingHatId: string | null;
  readonly permissions: readonly string[];
  readonly idleLockMinutes: number;
  readonly isLocked: boolean;
  readonly needsSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly installation: { readonly id: string; readonly name: string; readonly isDemo: boolean };
  /** The server's clock when it answered. */
  readonly now: string;
}

export const ViewerContext = createContext<WebViewer | undefined>(undefined);

/** Who is signed in. @throws outside of `Entrance` */
export function useViewer(): WebViewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is for pages behind the sign-in');
  return viewer;
}

/** A hat kept by this tab that the person no longer holds is taken off. */
export function settleHat({ hats, actingHatId }: WebViewer): void {
  const kept = actingHat.get();
  if (hats.some(({ id }) => id === kept)) return;
  actingHat.set(actingHatId ?? hats[0]?.id);
}

/** Ends the session on the server; the page starts anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await requestJson('/api/session', { method: 'DELETE' }).catch(() => undefined);
  actingHat.set(undefined);
  location.assign(location.pathname.startsWith('/field') ? '/field/' : '/');
}
