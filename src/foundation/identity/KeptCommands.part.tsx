import { useEffect } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { dropKept, keepSending, useKeptCommands } from '../api/web.ts';
import { Button, useSay } from '../design-system/web.ts';
import { useViewer } from './session.part.tsx';

const WORDS = {
  waiting: {
    zh: '{count} 项已记在本机，联网后自动发送',
    en: '{count} kept on this machine, sent when there is a connection',
  },
  refused: { zh: '未能登记：{what}', en: 'Not accepted: {what}' },
  drop: { zh: '放弃', en: 'Give it up' },
} as const satisfies Record<string, Phrase>;

/** Above every page: what this person did without a connection, and what of it the server has refused. */
export function KeptCommands() {
  const say = useSay();
  const { person } = useViewer();
  const kept = useKeptCommands(person.id);
  useEffect(() => keepSending(person.id), [person.id]);
  const waiting = kept.filter(({ problem }) => !problem);
  if (kept.length === 0) return null;
  return (
    <div className="stale-note" role="status">
      {waiting.length > 0 && <p>{say(WORDS.waiting, { count: waiting.length })}</p>}
      {kept.map(
        ({ key, says, problem }) =>
          problem && (
            <p key={key} className="row">
              {say(WORDS.refused, { what: say(says) })} {say(problem)}
              <Button onClick={() => dropKept(key)} aria-label={`${say(WORDS.drop)} ${say(says)}`}>
                {say(WORDS.drop)}
              </Button>
            </p>
          ),
      )}
    </div>
  );
}
