import { type OutputOf, useCommand, useView } from '../api/web.ts';
import { Button, Shown, Time, useSay } from '../design-system/web.ts';
import type { runAgain } from './jobs.commands.ts';
import type { parkedReactions } from './jobs.views.ts';

type Parked = OutputOf<typeof parkedReactions>['items'][number];

const WORDS = {
  none: { zh: '全部联动均已完成。', en: 'Everything that should have followed has followed.' },
  name: { zh: '联动', en: 'Reaction' },
  fact: { zh: '起因', en: 'Cause' },
  message: { zh: '问题', en: 'Trouble' },
  failedAt: { zh: '时间', en: 'When' },
  again: { zh: '重新执行', en: 'Run again' },
  againOf: { zh: '重新执行 {name}（{position}）', en: 'Run {name} ({position}) again' },
  step: { zh: '办理', en: 'Act' },
} as const;

/** What should have followed from a fact and did not, after five tries: one press runs it again. */
export function ParkedReactions() {
  const say = useSay();
  const view = useView<typeof parkedReactions>('reactions.parked', {});
  return (
    <Shown of={view}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{say(WORDS.none)}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                {(['name', 'fact', 'message', 'failedAt', 'step'] as const).map((key) => (
                  <th key={key} scope="col">
                    {say(WORDS[key])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row key={`${one.name}/${one.position}`} one={one} />
              ))}
            </tbody>
          </table>
        )
      }
    </Shown>
  );
}

function Row({ one }: { one: Parked }) {
  const say = useSay();
  const running = useCommand<typeof runAgain>('reactions.runAgain');
  return (
    <tr>
      <td>{one.name}</td>
      <td>
        {say(one.factLabel)} <span className="soft">#{one.position}</span>
      </td>
      <td>{running.problem ? say(running.problem.phrase) : one.message}</td>
      <td>
        <Time at={one.failedAt} />
      </td>
      <td>
        <Button
          isBusy={running.isRunning}
          aria-label={say(WORDS.againOf, one)}
          onClick={() => void running.run({ name: one.name, position: one.position })}
        >
          {say(WORDS.again)}
        </Button>
      </td>
    </tr>
  );
}
