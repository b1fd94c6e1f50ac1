import type { Command } from '../api/define.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import { Button, Tag, Time, useSay } from '../design-system/web.ts';
import { browserName } from './browser-name.rules.ts';
import type { mine } from './sessions.views.ts';

type Session = OutputOf<typeof mine>['items'][number];

const WORDS = {
  none: { zh: '没有打开的会话', en: 'No open session' },
  where: { zh: '设备', en: 'Where' },
  address: { zh: '来源地址', en: 'Address' },
  since: { zh: '登录', en: 'Signed in' },
  seen: { zh: '最近活动', en: 'Last seen' },
  ends: { zh: '到期', en: 'Ends' },
  current: { zh: '本机', en: 'This one' },
  end: { zh: '结束', en: 'End' },
  endOf: { zh: '结束 {where} 的会话', en: 'End the session on {where}' },
} as const;

/** Open sessions; each can be ended at once. */
export function Sessions({
  items,
  command = 'sessions.end',
  onChanged,
}: {
  items: readonly Omit<Session, 'means'>[];
  /** What ends one: of the wall it is whoever opens it. */
  command?: 'sessions.end' | 'wallSessions.end';
  onChanged: () => void;
}) {
  const say = useSay();
  const ending = useCommand<Command<string, { id: string }, { id: string }>>(command);
  if (items.length === 0) return <p className="soft">{say(WORDS.none)}</p>;
  return (
    <>
      {ending.problem && (
        <p className="problem" role="alert">
          {say(ending.problem.phrase)}
        </p>
      )}
      <table className="table table-stacks">
        <thead>
          <tr>
            {[WORDS.where, WORDS.address, WORDS.since, WORDS.seen, WORDS.ends].map((word) => (
              <th key={word.zh} scope="col">
                {say(word)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{say(WORDS.end)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((session) => {
            const where = browserName(session.userAgent);
            return (
              <tr key={session.id}>
                <th scope="row" title={session.userAgent}>
                  {where} {session.isCurrent && <Tag>{say(WORDS.current)}</Tag>}
                </th>
                <td>{session.address}</td>
                <td>
                  <Time at={session.startedAt} />
                </td>
                <td>
                  <Time at={session.lastSeenAt} />
                </td>
                <td>
                  <Time at={session.expiresAt} />
                </td>
                <td>
                  {!session.isCurrent && (
                    <Button
                      aria-label={say(WORDS.endOf, { where })}
                      isBusy={ending.isRunning}
                      onClick={() => void ending.run({ id: session.id }).then(onChanged)}
                    >
                      {say(WORDS.end)}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
