import { useView } from '../../foundation/api/web.ts';
import { Button, Go, Time, useCalm, useSay } from '../../foundation/design-system/web.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { SearchFind } from '../../foundation/search/web.ts';
import { useRecordPath } from '../../foundation/timeline/web.ts';
import type { earlierCalls } from './earlier-calls.views.ts';
import { STATES } from './intake-states.part.tsx';
import './intake.css';

const WORDS = {
  title: { zh: '这个号码', en: 'This number' },
  earlier: { zh: '来过 {count} 次', en: 'Rang {count} times before' },
  wrong: { zh: '其中误报 {count} 次', en: '{count} of them false' },
  use: { zh: '填入报告人', en: 'Use as caller' },
} as const;

/** Shorter is no number yet. */
const LEAST_DIGITS = 7;

/** Whose number is it, and what was it before? Staff, contacts of shelters, enterprises, informants: whoever has it on a register one may read. */
export function KnownCaller({
  phone,
  hasName,
  onName,
}: {
  phone: string;
  hasName: boolean;
  onName: (name: string) => void;
}) {
  const say = useSay();
  const pathOf = useRecordPath();
  const q = useCalm(phone.replaceAll(/[\s-]/g, ''), 300);
  const { data } = useView<SearchFind>('search.find', { q, limit: 4 }, { isEnabled: q.length >= LEAST_DIGITS });
  const isEnabled = q.length >= LEAST_DIGITS;
  const before = useView<typeof earlierCalls>('intake.earlierCalls', { q }, { isEnabled }).data;
  // A call that is itself on record is found among its own caller's: nobody is both staff and a stranger.
  const hits = (data?.hits ?? []).filter(({ register }) => register !== 'intake');
  if (!isEnabled || (hits.length === 0 && !before?.total)) return null;
  return (
    <div className="known-caller" role="status">
      <b>{say(WORDS.title)}</b>
      {hits.map((hit) => {
        const to = pathOf(hit.page);
        const words = [say(hit.registerLabel), hit.title, hit.line].filter(Boolean).join(' · ');
        return (
          <span key={hit.id}>
            {to ? (
              <Go to={to} target="_blank">
                {words}
              </Go>
            ) : (
              words
            )}
            {!hasName && <Button onClick={() => onName(hit.title)}>{say(WORDS.use)}</Button>}
          </span>
        );
      })}
      {before && before.total > 0 && (
        <>
          <span>
            {say(WORDS.earlier, { count: before.total })}
            {before.falseReports > 0 && ` · ${say(WORDS.wrong, { count: before.falseReports })}`}
          </span>
          <ul>
            {before.items.map((one) => (
              <li key={one.id}>
                <Time at={one.knownAt} />{' '}
                <Go to={`/intake/${one.id}`} target="_blank">
                  {`${one.number} ${say(labelOf(INCIDENT_KINDS, one.kind))} · ${one.placeText}`}
                </Go>{' '}
                <span className="soft">
                  {[one.callerName, say(STATES[one.state as keyof typeof STATES])].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
