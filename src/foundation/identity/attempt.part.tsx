import { useState } from 'react';
import { ApiProblem, askToUnlock, requestJson } from '../api/web.ts';
import type { WebViewer } from './session.part.tsx';

/** What the server shows once of a new one-time secret: to be typed, and as a picture (SVG text). */
export interface Enrolment {
  readonly secret: string;
  readonly picture: string;
}

/** Runs one request after the other; what the server refuses is shown in the form, what is locked is asked to unlock. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.key !== 'session.locked' || !(await askToUnlock())) throw error;
        await work();
      });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, attempt, clear: () => setProblem(undefined) };
}

/*
 * Secrets go to hand-written routes and not through commands, which keep a digest of their input and their whole answer.
 */
export const whoAmI = () => requestJson<WebViewer>('/api/session');
export const post = <T,>(path: string, body: object) => requestJson<T>(path, { method: 'POST', body });
