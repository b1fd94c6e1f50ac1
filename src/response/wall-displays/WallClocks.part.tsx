import { useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { WallSituation } from './Wall.screen.tsx';
import { WallNeeds } from './WallNeeds.part.tsx';

const WORDS = {
  clocks: { zh: '正在计时', en: 'Running clocks' },
  none: { zh: '没有正在计时的事项', en: 'No clock is running' },
} as const satisfies Record<string, Phrase>;

/** Clocks that still run, the nearest first. */
export function WallClocks({ needs }: Pick<WallSituation, 'needs'>) {
  const say = useSay();
  const running = needs.filter(({ isLate, dueAt }) => !isLate && dueAt !== null);
  return (
    <section className="wall-clocks">
      <h2>
        {say(WORDS.clocks)} <b>{running.length}</b>
      </h2>
      {running.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
      <WallNeeds needs={running} />
    </section>
  );
}
