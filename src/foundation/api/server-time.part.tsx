import { createStore } from '../live/web.ts';
import { requestJson } from './requests.part.tsx';

/** Server's time minus this machine's, in milliseconds: due times are judged by the server's clock. */
const offset = createStore(0);

/** What the server's clock shows now. */
export function serverNow(): Date {
  return new Date(Date.now() + offset.get());
}

/** From the session's answer: a form that opens at once must not stamp a call with this machine's wrong clock. */
export function noteServerTime(now: string): void {
  offset.set(Date.parse(now) - Date.now());
}

const AGAIN_MS = 5 * 60_000;

/** Compares the clocks now, every five minutes, and when the machine wakes up. Half of the way there and back is taken off. */
export function keepServerTime(): () => void {
  const compare = async () => {
    const asked = Date.now();
    const answer = await requestJson<{ now: string }>('/api/time').catch(() => undefined);
    const came = Date.now();
    // An answer that took long says little about the instant.
    if (answer && came - asked < 4000) offset.set(Date.parse(answer.now) - (asked + came) / 2);
  };
  void compare();
  const timer = setInterval(compare, AGAIN_MS);
  const wake = () => document.visibilityState === 'visible' && void compare();
  document.addEventListener('visibilitychange', wake);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}
