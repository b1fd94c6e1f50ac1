import { Countdown, useSay } from '../../foundation/design-system/web.ts';
import { Fitting } from './Fitting.part.tsx';
import type { WallSituation } from './Wall.screen.tsx';

/** What waits, with its time and for whom; as many lines as fit, the rest is counted. */
export function WallNeeds({ needs }: Pick<WallSituation, 'needs'>) {
  const say = useSay();
  return (
    <Fitting>
      {needs.map((need) => (
        <li key={`${need.kind} ${need.id}`}>
          <p className="wall-line">{say(need.title)}</p>
          <p className="wall-more">
            <Countdown dueAt={need.dueAt} />
            <span>{need.who}</span>
          </p>
        </li>
      ))}
    </Fitting>
  );
}
