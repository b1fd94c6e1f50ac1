import { useCallback, useRef, useState } from 'react';
import { newId } from '../../kernel/ids.ts';
import { retryDelay } from '../live/web.ts';
import { addressOf } from './address.ts';
import type { Command } from './define.ts';
import { ApiProblem, isPassing, requestJson } from './requests.part.tsx';
import { serverNow } from './server-time.part.tsx';
import { askToUnlock, noteSessionEnd } from './session.part.tsx';
import { type InputOf, isLive, type OutputOf, refreshAll } from './views.part.tsx';

export interface CommandOptions {
  /** The record's version that the person saw; the server refuses when somebody was faster. */
  readonly version?: number | undefined;
}

export interface CommandState<Input, Output> {
  /** Sends; resolves to the answer, or to undefined when it was refused: then `problem` says why. */
  run(input: Input, options?: CommandOptions): Promise<Output | undefined>;
  readonly isRunning: boolean;
  /** Not yet delivered; it is being tried again with the same key, so that it is done at most once. */
  readonly isWaiting: boolean;
  readonly problem: ApiProblem | undefined;
  /** Forgets the problem, when its dialog is closed. */
  clear(): void;
}

/** What is being sent: kept until the server has answered, so that a second press is the same submission. */
interface Submission {
  readonly text: string;
  readonly key: string;
  readonly madeAt: string;
}

/** Four tries over about seven seconds; after that the person decides. */
const TRIES = 4;

export function useCommand<C extends Command>(name: C['name']): CommandState<InputOf<C>, OutputOf<C>> {
  const [state, setState] = useState<{ isRunning: boolean; isWaiting: boolean; problem?: ApiProblem }>({
    isRunning: false,
    isWaiting: false,
  });
  const submission = useRef<Submission | undefined>(undefined);
  const running = useRef<{ text: string; answer: Promise<OutputOf<C> | undefined> } | undefined>(undefined);

  const run = useCallback(
    (input: InputOf<C>, options: CommandOptions = {}) => {
      const text = JSON.stringify([name, input, options.version]);
      if (running.current?.text === text) return running.current.answer;
      if (submission.current?.text !== text) {
        submission.current = { text, key: newId(), madeAt: serverNow().toISOString() };
      }
      setState({ isRunning: true, isWaiting: false });
      const waiting = () => setState({ isRunning: true, isWaiting: true });
      const answer = send<C>(name, input, options, submission.current, { waiting, unlock: askToUnlock }).then(
        (output) => {
          submission.current = undefined;
          setState({ isRunning: false, isWaiting: false });
          return output;
        },
        (error: unknown) => {
          if (!(error instanceof ApiProblem)) throw error;
          if (!isPassing(error)) submission.current = undefined;
          setState({ isRunning: false, isWaiting: false, problem: error });
          return undefined;
        },
      );
      running.current = { text, answer };
      void answer.finally(() => {
        running.current = undefined;
      });
      return answer;
    },
    [name],
  );
  const clear = useCallback(() => setState({ isRunning: false, isWaiting: false }), []);
  return { run, clear, isRunning: state.isRunning, isWaiting: state.isWaiting, problem: state.problem };
}

/** What the app does by itself, once: nobody is asked to unlock for it, a locked duty console stays readable. @throws ApiProblem */
export function doCommand<C extends Command>(name: C['name'], input: InputOf<C>, options: CommandOptions = {}) {
  const submission = { text: '', key: newId(), madeAt: serverNow().toISOString() };
  return send<C>(name, input, options, submission, { waiting: () => undefined, unlock: async () => false });
}

/** One try of what was kept with its key, until there is a connection: the caller tries again. @throws ApiProblem */
export async function deliver(
  name: string,
  input: object,
  { key, madeAt, version }: Pick<Submission, 'key' | 'madeAt'> & CommandOptions,
): Promise<void> {
  const never = { waiting: () => undefined, unlock: async () => false };
  await send(name, input as InputOf<Command>, { version }, { text: '', key, madeAt }, never, 1);
}

async function send<C extends Command>(
  name: string,
  input: InputOf<C>,
  { version }: CommandOptions,
  { key, madeAt }: Submission,
  { waiting, unlock }: { waiting: () => void; unlock: () => Promise<boolean> },
  tries = TRIES,
): Promise<OutputOf<C>> {
  const { path, rest } = addressOf(name, 'command', input as Record<string, unknown>);
  const headers = {
    'idempotency-key': key,
    'fengsui-made-at': madeAt,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const output = await requestJson<OutputOf<C>>(path, { method: 'POST', body: rest, headers });
      // The stream tells what has changed; without it everything shown is asked again.
      if (!isLive()) refreshAll();
      return output;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.key === 'session.missing') noteSessionEnd();
      if (error.key === 'session.locked' && (await unlock())) continue;
      if (!isPassing(error) || attempt === tries) throw error;
      waiting();
      await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt - 1, Math.random())));
    }
  }
}
