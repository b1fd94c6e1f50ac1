import { useEffect, useMemo, useState } from 'react';
import { type Frame, framesOf, nextOf, type Scene } from './wall-scene.rules.ts';

/** Which picture is shown now: each as long as its scene says, round and round, through every change of what there is. */
export function useRotation(
  scenes: readonly Scene[],
  incidents: readonly { readonly id: string }[],
  wholeTitle: string,
): { frame: Frame; turn: number; all: number } {
  const ids = incidents.map(({ id }) => id).join();
  const frames = useMemo(() => {
    const whole: Scene = { id: 'whole', title: wholeTitle, sceneKind: 'situation', seconds: 30, mapAddress: null };
    return framesOf(scenes, ids ? ids.split(',') : [], whole);
  }, [scenes, ids, wholeTitle]);
  const [key, setKey] = useState<string>();
  const frame = frames.find((one) => one.key === key) ?? frames[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else changes must not lengthen the picture's time
  useEffect(() => {
    const timer = setTimeout(() => setKey(nextOf(frames, frame.key).key), frame.scene.seconds * 1000);
    return () => clearTimeout(timer);
  }, [frame.key, frame.scene.seconds, frames.length]);
  return { frame, turn: frames.indexOf(frame) + 1, all: frames.length };
}
