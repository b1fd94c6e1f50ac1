import { useState } from 'react';
import { type OutputOf, useView } from '../api/web.ts';
import { Button, Shown, TimelineList, useSay, useSearch } from '../design-system/web.ts';
import type { of } from './timeline.views.ts';
import { together } from './together.rules.ts';

const ALL = { zh: '全部', en: 'Everything' };
const FILTER = { zh: '筛选时间线', en: 'Filter the timeline' };
const SYSTEM = { zh: '系统', en: 'The system' };
const EMPTY = { zh: '空', en: 'empty' };
const SEALED = { zh: '已更正', en: 'corrected' };
const MORE = { zh: '已列 {shown} 条，共 {total} 条，继续列出', en: '{shown} of {total}: list more' };
const PAGE = 200;
const TO = { zh: '致 {names}', en: 'to {names}' };
const TO_MANY = { zh: '致 {names} 等 {count} 个', en: 'to {names} and others, {count} in all' };
const NAMED = 5;
const COUNT = { zh: '共 {count} 项', en: '{count} in all' };

type Entry = OutputOf<typeof of>['entries'][number];

/** Everything recorded about a record and what concerns it, newest first; filtered by kind of record, in the address. */
export function RecordTimeline({ register, id }: { register: string; id: string }) {
  const say = useSay();
  const [search, change] = useSearch();
  const [count, setCount] = useState(PAGE);
  const only = search.timeline;
  const view = useView<typeof of>(
    'timeline.of',
    { register, recordId: id, limit: count, ...(only ? { about: only } : {}) },
    { topics: [`${register}/${id}`], keepsPrevious: true },
  );
  return (
    <Shown of={view}>
      {({ entries, total, registers }) => (
        <>
          {(registers.length > 1 || only) && (
            <select
              aria-label={say(FILTER)}
              value={only ?? ''}
              onChange={(event) => {
                setCount(PAGE);
                change({ timeline: event.target.value });
              }}
            >
              <option value="">{say(ALL)}</option>
              {registers.map((one) => (
                <option key={one.register} value={one.register}>
                  {say(one.label)}
                </option>
              ))}
            </select>
          )}
          <TimelineList
            entries={together(entries.toReversed()).map((group) => ({
              id: group[0].id,
              at: group[0].happenedAt,
              label: group[0].label,
              actor: [group[0].hatName, group[0].actorName || say(SYSTEM)].filter(Boolean).join(' '),
              isSealed: group.every((entry) => entry.position !== null),
              text: <What group={group} />,
            }))}
          />
          {total > entries.length && (
            <Button onClick={() => setCount(Math.min(5000, count + 2 * PAGE))}>
              {say(MORE, { shown: entries.length, total })}
            </Button>
          )}
        </>
      )}
    </Shown>
  );
}

/** Which one: its number or title; of what one act did many times, the count, and all of them on demand. */
function What({ group }: { group: readonly [Entry, ...Entry[]] }) {
  const say = useSay();
  const told = [...new Set(group.flatMap(({ to }) => to))];
  if (told.length > NAMED) {
    return (
      <details>
        <summary>{say(TO_MANY, { names: told.slice(0, NAMED - 2).join('、'), count: told.length })}</summary>
        {told.join('、')}
      </details>
    );
  }
  if (told.length > 0) return say(TO, { names: told.join('、') });
  const names = group.map(nameOf);
  if (group.length === 1 && group[0].changes.length > 0) return <Corrected entry={group[0]} />;
  if (group.length === 1) return names[0];
  return (
    <details>
      <summary>{say(COUNT, { count: group.length })}</summary>
      {names.filter(Boolean).join('、')}
    </details>
  );
}

/** 更正: by field what was and what is, and why. */
function Corrected({ entry: { changes, payload } }: { entry: Entry }) {
  const say = useSay();
  return (
    <>
      {changes.map(({ label, from, to }) => (
        <div key={label.zh}>
          {say(label)}：
          {from || to ? (
            <>
              <del>{say(from ?? EMPTY)}</del> → {say(to ?? EMPTY)}
            </>
          ) : (
            say(SEALED)
          )}
        </div>
      ))}
      {typeof payload.reason === 'string' && <div>{payload.reason}</div>}
    </>
  );
}

function nameOf({ payload }: Entry): string {
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '');
  return [text('number'), text('title')].filter(Boolean).join(' ') || text('reason');
}
