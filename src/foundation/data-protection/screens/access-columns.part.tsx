import type { OutputOf } from '../../api/web.ts';
import { type Column, Go, Time, useSay } from '../../design-system/web.ts';
import type { accessLog } from '../../personal-data/index.ts';
import { useRecordPath } from '../../timeline/web.ts';

export type Access = OutputOf<typeof accessLog>['accesses'][number];

const WORDS = {
  at: { zh: '时间', en: 'When' },
  who: { zh: '人员', en: 'Who' },
  hat: { zh: '岗位', en: 'Post' },
  kind: { zh: '操作', en: 'Did' },
  what: { zh: '内容', en: 'What' },
  record: { zh: '记录', en: 'Record' },
  reason: { zh: '事由', en: 'Reason' },
} as const;

/** Who, when, what, of which record, why: the same in the log and on a request. */
export function useAccessColumns(): readonly Column<Access>[] {
  const say = useSay();
  const recordPath = useRecordPath();
  const nameOf = (row: Access) => [say(row.registerLabel), row.subjectTitle].filter(Boolean).join(' ');
  return [
    { key: 'at', title: WORDS.at, width: '10rem', cell: (row) => <Time at={row.at} />, text: (row) => row.at },
    { key: 'who', title: WORDS.who, width: '7rem', cell: (row) => row.actorName, text: (row) => row.actorName },
    {
      key: 'hat',
      title: WORDS.hat,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => row.hatName || '—',
      text: (row) => row.hatName,
    },
    { key: 'kind', title: WORDS.kind, width: '9rem', cell: (row) => say(row.label), text: (row) => say(row.label) },
    {
      key: 'what',
      title: WORDS.what,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => (row.what ? say(row.what) : '—'),
      text: (row) => row.what && say(row.what),
    },
    {
      key: 'record',
      title: WORDS.record,
      width: 'minmax(10rem, 1fr)',
      cell: (row) => {
        const path = recordPath({ plural: row.registerPlural, id: row.subjectId });
        return path ? <Go to={path}>{nameOf(row)}</Go> : nameOf(row);
      },
      text: nameOf,
    },
    {
      key: 'reason',
      title: WORDS.reason,
      width: 'minmax(10rem, 2fr)',
      cell: (row) => row.reason ?? '—',
      text: (row) => row.reason,
    },
  ];
}
