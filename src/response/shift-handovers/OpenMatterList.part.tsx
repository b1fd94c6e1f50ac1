import type { OutputOf } from '../../foundation/api/web.ts';
import { Countdown, Go, useSay } from '../../foundation/design-system/web.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import { GROUP_LABELS, MATTER_GROUPS } from './open-matters.rules.ts';
import type { record } from './shift-handovers.views.ts';

const NONE = { zh: '无', en: 'none' } as const;

/** What is open, group by group; «none» is said, never left blank. */
export function OpenMatterList({ matters }: { matters: OutputOf<typeof record>['openMatters'] }) {
  const say = useSay();
  const pathOf = useRecordPath();
  return (
    <dl className="open-matters">
      {MATTER_GROUPS.map((group) => (
        <div key={group}>
          <dt>
            {say(GROUP_LABELS[group])} {matters[group].length > 0 && <b>{matters[group].length}</b>}
          </dt>
          <dd>
            {matters[group].length === 0 ? (
              <span className="soft">{say(NONE)}</span>
            ) : (
              <ul>
                {matters[group].map((one) => {
                  const path = pathOf(one);
                  return (
                    <li key={`${one.id} ${one.words.zh}`}>
                      {path ? <Go to={path}>{say(one.words)}</Go> : say(one.words)}
                      {one.who && <span className="soft"> {one.who}</span>}
                      {one.dueAt && (
                        <>
                          {' '}
                          <Countdown dueAt={one.dueAt} />
                        </>
                      )}
                    </li>
                  );
                })}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
