import { useEffect, useState } from 'react';
import { serverNow } from '../api/web.ts';

const redraws = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The server's time, redrawn once a second together with everything else that shows time. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const redraw = () => setNow(serverNow());
    redraws.add(redraw);
    timer ??= setInterval(() => {
      for (const each of redraws) each();
    }, 1000);
    return () => {
      redraws.delete(redraw);
      if (redraws.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return now;
}
