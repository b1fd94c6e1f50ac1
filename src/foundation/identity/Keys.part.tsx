import { type OutputOf, useCommand } from '../api/web.ts';
import { Button, Tag, Time, useSay } from '../design-system/web.ts';
import type { revokeKey } from './api-keys.commands.ts';
import type { myKeys } from './api-keys.views.ts';

type Key = OutputOf<typeof myKeys>['items'][number];

const WORDS = {
  readsOnly: { zh: '只读', en: 'reads only' },
  none: { zh: '没有有效的接口密钥', en: 'No key is in force' },
  name: { zh: '用途', en: 'Name' },
  hat: { zh: '代表岗位', en: 'Acts as' },
  since: { zh: '签发', en: 'Issued' },
  ends: { zh: '到期', en: 'Ends' },
  revoke: { zh: '吊销', en: 'Revoke' },
  revokeOf: { zh: '吊销密钥「{name}」', en: 'Revoke the key “{name}”' },
} as const;

/** API keys in force; a revoked one is useless at once. */
export function Keys({ items, onChanged }: { items: readonly Key[]; onChanged: () => void }) {
  const say = useSay();
  const revoking = useCommand<typeof revokeKey>('apiKeys.revoke');
  if (items.length === 0) return <p className="soft">{say(WORDS.none)}</p>;
  return (
    <>
      {revoking.problem && (
        <p className="problem" role="alert">
          {say(revoking.problem.phrase)}
        </p>
      )}
      <table className="table table-stacks">
        <thead>
          <tr>
            {[WORDS.name, WORDS.hat, WORDS.since, WORDS.ends].map((word) => (
              <th key={word.zh} scope="col">
                {say(word)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{say(WORDS.revoke)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, purpose, unitName, postName, createdAt, expiresAt }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {purpose && (
                  <>
                    {' '}
                    <Tag>{say(WORDS.readsOnly)}</Tag> {purpose}
                  </>
                )}
              </th>
              <td>
                {unitName} {postName}
              </td>
              <td>
                <Time at={createdAt} />
              </td>
              <td>
                <Time at={expiresAt} />
              </td>
              <td>
                <Button
                  aria-label={say(WORDS.revokeOf, { name })}
                  isBusy={revoking.isRunning}
                  onClick={() => void revoking.run({ id }).then(onChanged)}
                >
                  {say(WORDS.revoke)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
