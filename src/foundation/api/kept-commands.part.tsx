import { useCallback, useState } from 'react';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { createStore, useStore } from '../live/web.ts';
import { deliver } from './commands.part.tsx';
import type { Command } from './define.ts';
import { ApiProblem, isPassing } from './requests.part.tsx';
import { serverNow } from './server-time.part.tsx';
import type { InputOf } from './views.part.tsx';

/** What was done where there was no connection: on this machine until the server has answered, under one key. */
export interface KeptCommand {
  readonly key: string;
  readonly madeAt: string;
  /** Whoever did it sends it: a phone goes from hand to hand. */
  readonly personId: string;
  readonly name: string;
  readonly input: { readonly id: string };
  readonly version: number | undefined;
  /** In words, for the list of what waits. */
  readonly says: Phrase;
  /** The server has refused it: a person decides. */
  readonly problem?: Phrase;
}

const PLACE = 'fengsui.kept-commands';
const EVERY_MS = 15_000;

function read(): readonly KeptCommand[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '[]') as KeptCommand[];
  } catch {
    // Cut off in the middle of writing: what cannot be read cannot be sent.
    return [];
  }
}
const kept = createStore(read());
window.addEventListener('storage', ({ key }) => {
  if (key === PLACE) kept.set(read());
});

function change(by: (before: readonly KeptCommand[]) => readonly KeptCommand[]): void {
  // Another tab may have put something there that this one has not been told of.
  const next = by(read());
  if (next.length === 0) localStorage.removeItem(PLACE);
  else localStorage.setItem(PLACE, JSON.stringify(next));
  kept.set(next);
}

/** It is done, or not to be sent any more. */
export const dropKept = (key: string): void => change((before) => before.filter((one) => one.key !== key));

/** What this person did on this machine and the server does not have. */
export function useKeptCommands(personId: string): readonly KeptCommand[] {
  return useStore(kept).filter((one) => one.personId === personId);
}

/** Whoever is away or locked comes back: that refuses nothing. */
const isOnlyWaiting = (problem: ApiProblem) =>
  isPassing(problem) || problem.key === 'session.missing' || problem.key === 'session.locked';

async function send(one: KeptCommand): Promise<ApiProblem | undefined> {
  try {
    await deliver(one.name, one.input, one);
    dropKept(one.key);
    return undefined;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}

let isSending = false;
async function sendAll(personId: string): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (const one of read()) {
      if (one.personId !== personId || one.problem) continue;
      const problem = await send(one);
      if (!problem) continue;
      if (isOnlyWaiting(problem)) return;
      change((before) => before.map((each) => (each.key === one.key ? { ...each, problem: problem.phrase } : each)));
    }
  } finally {
    isSending = false;
  }
}

/** Sends what waits whenever there is a connection again. @returns what ends it */
export function keepSending(personId: string): () => void {
  const now = () => void sendAll(personId);
  now();
  const timer = setInterval(() => {
    if (read().length > 0) now();
  }, EVERY_MS);
  window.addEventListener('online', now);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', now);
  };
}

/**
 * A command that is done where there may be no connection. It is kept before it is sent, so that neither a lost line nor a closed
 * browser loses it; of one record the last one counts. For commands that carry the moment they speak of.
 */
export function useKeptCommand<C extends Command>(name: C['name'], personId: string) {
  const [state, setState] = useState<{ isRunning: boolean; problem?: ApiProblem }>({ isRunning: false });
  const run = useCallback(
    /** @returns true when it is done or kept; else `problem` says why not. */
    async (input: InputOf<C> & { id: string }, options: { version: number; says: Phrase }): Promise<boolean> => {
      const one: KeptCommand = { key: newId(), madeAt: serverNow().toISOString(), personId, name, input, ...options };
      change((before) => [...before.filter((each) => each.name !== name || each.input.id !== input.id), one]);
      setState({ isRunning: true });
      const problem = await send(one);
      const isRefused = problem !== undefined && !isOnlyWaiting(problem);
      if (isRefused) dropKept(one.key);
      setState(isRefused ? { isRunning: false, problem } : { isRunning: false });
      return !isRefused;
    },
    [name, personId],
  );
  return { run, isRunning: state.isRunning, problem: state.problem };
}
