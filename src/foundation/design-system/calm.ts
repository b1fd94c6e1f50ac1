import { useEffect, useState } from 'react';

/** Whoever types fast asks once. */
const PAUSE_MS = 120;

/** The text as it is once nobody has typed for a moment. */
export function useCalm(text: string, pause = PAUSE_MS): string {
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return calm;
}
