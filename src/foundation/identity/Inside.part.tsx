import { type ReactNode, useEffect } from 'react';
import { keepServerTime, startLive } from '../api/web.ts';
import { IdleLock } from './IdleLock.part.tsx';
import type { WebViewer } from './session.part.tsx';

/** What runs as long as somebody is signed in: the live stream, the server's time, the idle lock. */
export default function Inside({ viewer, children }: { viewer: WebViewer; children: ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is another stream
  useEffect(() => {
    const stopLive = startLive();
    const stopTime = keepServerTime();
    return () => {
      stopLive();
      stopTime();
    };
  }, [viewer.person.id]);
  return (
    <>
      {children}
      <IdleLock viewer={viewer} />
    </>
  );
}
