import { type ReactNode, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { useView } from '../../api/web.ts';
import { Button, Countdown, Shown, toast, useSay } from '../../design-system/web.ts';
import { post, useAttempt } from '../attempt.part.tsx';
import { Sessions } from '../Sessions.part.tsx';
import type { ofWall } from './wall-sessions.views.ts';

const WORDS = {
  issue: { zh: '生成一次性代码', en: 'Make a one-time code' },
  again: { zh: '重新生成', en: 'Make another' },
  code: { zh: '一次性代码', en: 'One-time code' },
  once: {
    zh: '只能用一次，重新生成后旧代码作废。在大屏机器上打开链接，或打开 {at} 输入代码。',
    en: 'Good for one use; another one ends it. Open the link on the machine of the wall, or type the code at {at}.',
  },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制，请在大屏机器上打开', en: 'Copied; open it on the machine of the wall' },
  open: { zh: '正在显示的会话', en: 'Where it is open' },
} as const satisfies Record<string, Phrase>;

interface Issued {
  readonly code: string;
  readonly opens: string;
  readonly expiresAt: string;
}

/** Opens a wall by a code that works once, and tells and ends the sessions of its account. */
export function WallDoor({ personId, opens, beside }: { personId: string; opens: string; beside?: ReactNode }) {
  const say = useSay();
  const [issued, setIssued] = useState<Issued>();
  const { isBusy, problem, attempt } = useAttempt();
  // A session that is opened with the code tells of itself.
  const view = useView<typeof ofWall>('wallSessions.ofWall', { personId }, { topics: ['account'] });
  const issue = () => attempt(async () => setIssued(await post<Issued>('/api/wall-codes/issue', { personId, opens })));
  const link = issued && `${location.origin}${issued.opens}#code=${issued.code}`;
  return (
    <div className="wall-door">
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      {issued && link && (
        <div className="wall-code" role="status">
          <p>
            {say(WORDS.code)} <code className="big-number">{issued.code}</code> <Countdown dueAt={issued.expiresAt} />
          </p>
          <p className="soft">{say(WORDS.once, { at: `${location.origin}/wall` })}</p>
        </div>
      )}
      <p className="row">
        <Button kind={issued ? 'plain' : 'main'} isBusy={isBusy} onClick={() => void issue()}>
          {say(issued ? WORDS.again : WORDS.issue)}
        </Button>
        {link && (
          <Button onClick={() => void navigator.clipboard?.writeText(link).then(() => toast(WORDS.copied))}>
            {say(WORDS.copy)}
          </Button>
        )}
        {beside}
      </p>
      <h3>{say(WORDS.open)}</h3>
      <Shown of={view} rows={2}>
        {({ items }) => <Sessions items={items} command="wallSessions.end" onChanged={view.refresh} />}
      </Shown>
    </div>
  );
}
