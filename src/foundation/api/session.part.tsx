import { createStore } from '../live/web.ts';

/** Counts up whenever the server says that nobody is signed in any more. */
export const sessionEnd = createStore(0);

export function noteSessionEnd(): void {
  sessionEnd.set(sessionEnd.get() + 1);
}

type Unlock = () => Promise<boolean>;
let unlock: Unlock = async () => false;

/** The sign-in part says how a locked session is unlocked; a command that met the lock waits for it. */
export function setUnlock(how: Unlock): void {
  unlock = how;
}

/** @returns true when the person has shown again who they are. */
export function askToUnlock(): Promise<boolean> {
  return unlock();
}
