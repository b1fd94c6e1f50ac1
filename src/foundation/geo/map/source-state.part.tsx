import { useEffect, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { requestJson } from '../../api/web.ts';
import { Time, useSay } from '../../design-system/web.ts';

const WORDS = {
  silent: { zh: '未响应：{reason}', en: 'did not answer: {reason}' },
  answering: { zh: '响应正常', en: 'answers' },
  untried: { zh: '尚未取用', en: 'not asked yet' },
} as const satisfies Record<string, Phrase>;

export interface SourceStateJson {
  readonly state: 'untried' | 'answering' | 'silent';
  readonly at: string | null;
  readonly reason: Phrase | null;
}

const AGAIN_MS = 30_000;

/** Whether the source of a layer answers, as the server last saw it; asked again at a sign, and while it is silent. */
export function useSourceState(id: string, sign: unknown, isEnabled = true): SourceStateJson | undefined {
  const [told, setTold] = useState<SourceStateJson>();
  const isSilent = told?.state === 'silent';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sign, such as a tile that failed, asks again
  useEffect(() => {
    if (!isEnabled) return;
    let isGone = false;
    const ask = () =>
      requestJson<SourceStateJson>(`/api/catalogue-layers/${id}/source`).then(
        (answer) => {
          if (!isGone) setTold(answer);
        },
        // Whoever may not see the layer is told so by the layer itself.
        () => undefined,
      );
    void ask();
    const timer = isSilent ? setInterval(() => void ask(), AGAIN_MS) : undefined;
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [id, sign, isEnabled, isSilent]);
  return told;
}

/** One line of it. */
export function SourceState({ told, isBrief = false }: { told: SourceStateJson | undefined; isBrief?: boolean }) {
  const say = useSay();
  if (!told || (isBrief && told.state !== 'silent')) return null;
  return (
    <span className={told.state === 'silent' ? 'source-silent' : 'soft'} role={isBrief ? 'status' : undefined}>
      {told.at && <Time at={told.at} />} {say(WORDS[told.state], { reason: told.reason ? say(told.reason) : '' })}
    </span>
  );
}
