import { useEffect } from 'react';
import { requestJson } from '../../foundation/api/web.ts';

/** So often the wall says that it is there, and looks whether a newer page was installed. */
const TELL_MS = 60_000;

const scriptOf = (page: string) => page.match(/<script[^>]+type="module"[^>]+src="([^"]+)"/)?.[1];

/** Keeps the screen from sleeping, where a browser allows it. */
export function useLastingPicture(): void {
  useEffect(() => {
    let held: WakeLockSentinel | undefined;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      held = await navigator.wakeLock.request('screen').catch(() => undefined);
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void held?.release();
    };
  }, []);
}

/** After a new version was installed the page is loaded anew, but only from a server that answers. */
export function useFreshPage(): void {
  useEffect(() => {
    const look = async () => {
      await requestJson('/api/session', { headers: { 'fengsui-active': '1' } });
      const page = await (await fetch(location.pathname, { cache: 'no-store' })).text();
      const [there, here] = [scriptOf(page), scriptOf(document.documentElement.outerHTML)];
      if (there && here && there !== here) location.reload();
    };
    const timer = setInterval(() => void look().catch(() => undefined), TELL_MS);
    return () => clearInterval(timer);
  }, []);
}
