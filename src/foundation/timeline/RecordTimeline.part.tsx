import { useView } from '../api/web.ts';
import { Shown, TimelineList, useSay, useSearch } from '../design-system/web.ts';
import type { of } from './timeline.views.ts';

const ALL = { zh: '全部', en: 'Everything' };
const FILTER = { zh: '筛选时间线', en: 'Filter the timeline' };

/** Everything recorded about a record and what concerns it, newest first; filtered by kind of record, in the address. */
export function RecordTimeline({ register, id }: { register: string; id: string }) {
  const say = useSay();
  const [search, change] = useSearch();
  const view = useView<typeof of>('timeline.of', { register, recordId: id }, { topics: [`${register}/${id}`] });
  return (
    <Shown of={view}>
      {({ entries }) => {
        const kinds = new Map(entries.map((entry) => [entry.register, entry.registerLabel]));
        const shown = entries.filter((entry) => !search.timeline || entry.register === search.timeline);
        return (
          <>
            {kinds.size > 1 && (
              <select
                aria-label={say(FILTER)}
                value={search.timeline ?? ''}
                onChange={(event) => change({ timeline: event.target.value })}
              >
                <option value="">{say(ALL)}</option>
                {[...kinds].map(([kind, label]) => (
                  <option key={kind} value={kind}>
                    {say(label)}
                  </option>
                ))}
              </select>
            )}
            <TimelineList
              entries={shown.toReversed().map((entry) => ({
                id: entry.id,
                at: entry.happenedAt,
                label: entry.label,
                actor: [entry.hatName, entry.actorName].filter(Boolean).join(' '),
                isSealed: entry.position !== null,
              }))}
            />
          </>
        );
      }}
    </Shown>
  );
}
