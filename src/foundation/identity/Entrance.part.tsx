import { type ComponentType, lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { ApiProblem, isPassing, noteServerTime, requestJson, sessionEnd } from '../api/web.ts';
import { Refusal, Skeleton, StaleNote } from '../design-system/web.ts';
import { useStore } from '../live/web.ts';
import { Login } from './Login.part.tsx';
import { settleHat, ViewerContext, type WebViewer } from './session.part.tsx';

/** What is behind the sign-in, and what half-open sessions owe, is loaded when it is needed. */
const Owed = lazy(() => import('./Owed.part.tsx'));
const Inside = lazy(() => import('./Inside.part.tsx'));
const WallEntry = lazy(async () => ({ default: (await import('./wall/WallEntry.part.tsx')).WallEntry }));

type Standing =
  | { at: 'asking' }
  | { at: 'unreached' }
  | { at: 'failed'; problem: ApiProblem }
  | { at: 'outside'; hasEnded: boolean }
  | { at: 'inside'; viewer: WebViewer };

const AGAIN_MS = 3000;
/** Nobody types a password at the wall. */
const isOfWall = (path: string) => path === '/wall' || path.startsWith('/wall/');

/** The door of an app: signs in, settles what a session still owes, then loads the app itself. */
export function Entrance({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const ends = useStore(sessionEnd);
  const App = useMemo(() => lazy(load), [load]);
  const enter = useCallback((viewer: WebViewer) => {
    noteServerTime(viewer.now);
    settleHat(viewer);
    setStanding({ at: 'inside', viewer });
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const { viewer } = await requestJson<{ viewer: WebViewer | null }>('/api/session/present');
        if (viewer) enter(viewer);
        else setStanding({ at: 'outside', hasEnded: ends > 0 });
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (isPassing(error)) {
          setStanding({ at: 'unreached' });
          timer = setTimeout(() => void ask(), AGAIN_MS);
        } else setStanding({ at: 'failed', problem: error });
      }
    };
    void ask();
    return () => clearTimeout(timer);
    // Asked again whenever the server has said that the session is over.
  }, [ends, enter]);

  switch (standing.at) {
    case 'asking':
      return <Skeleton rows={3} />;
    case 'unreached':
      return (
        <main>
          <StaleNote asOf={undefined} />
        </main>
      );
    case 'failed':
      return (
        <main>
          <Refusal problem={standing.problem} />
        </main>
      );
    case 'outside':
      return isOfWall(location.pathname) ? (
        <Suspense fallback={<Skeleton rows={3} />}>
          <WallEntry hasEnded={standing.hasEnded} onViewer={enter} />
        </Suspense>
      ) : (
        <Login hasEnded={standing.hasEnded} onViewer={enter} />
      );
    case 'inside': {
      const { viewer } = standing;
      const isOwing = viewer.mustChangePassword || viewer.needsSecondFactor;
      return (
        <ViewerContext value={viewer}>
          <Suspense fallback={<Skeleton rows={8} />}>
            {isOwing ? (
              <Owed viewer={viewer} onViewer={enter} />
            ) : (
              <Inside viewer={viewer}>
                <App />
              </Inside>
            )}
          </Suspense>
        </ViewerContext>
      );
    }
  }
}
