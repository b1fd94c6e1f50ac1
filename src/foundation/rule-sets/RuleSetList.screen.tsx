import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Page, Tag, Time, useSay, useSearch } from '../design-system/web.ts';
import type { list } from './rule-sets.views.ts';
import { Assumed, VERSION } from './rule-words.part.tsx';

type Item = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '规则', en: 'Rules' },
  none: { zh: '没有规则', en: 'No rules' },
  rule: { zh: '规则', en: 'Rule' },
  owner: { zh: '主责', en: 'Owner' },
  version: { zh: '现行版本', en: 'In force' },
  since: { zh: '生效时间', en: 'Since' },
  source: { zh: '数值依据', en: 'Source of the figures' },
  pending: { zh: '待办', en: 'Pending' },
  submitted: { zh: '{count} 项待审批', en: '{count} to be decided' },
  drafts: { zh: '{count} 份草稿', en: '{count} in draft' },
  next: { zh: '第 {versionNumber} 版待生效', en: 'Version {versionNumber} to come' },
} as const;

/** By which figures the house works, since when, on what ground, and what is proposed to change. */
export default function RuleSetList() {
  const say = useSay();
  const view = useView<typeof list>('ruleSets.list', {});
  const [{ q = '' }] = useSearch();
  const asked = q.trim().toLowerCase();
  const isAsked = (row: Item) =>
    [say(row.label), say(row.about), say(row.owner.label), row.source].some((text) =>
      text.toLowerCase().includes(asked),
    );
  const waits = ({ submitted, drafts }: Item) => Number(submitted > 0) * 2 + Number(drafts > 0);
  // What somebody has to decide stands first, all else as it is declared.
  const rows = (view.data?.items ?? []).filter(isAsked).sort((one, other) => waits(other) - waits(one));
  const columns: readonly Column<Item>[] = [
    {
      key: 'label',
      title: WORDS.rule,
      width: 'minmax(11rem, 1.2fr)',
      cell: (row) => <span title={say(row.about)}>{say(row.label)}</span>,
      text: (row) => say(row.label),
    },
    {
      key: 'owner',
      title: WORDS.owner,
      width: '7rem',
      cell: (row) => say(row.owner.label),
      text: (row) => say(row.owner.label),
    },
    {
      key: 'version',
      title: WORDS.version,
      width: '9rem',
      cell: (row) => (
        <span className="row">
          {say(VERSION, { versionNumber: row.inForce })}
          <Assumed isAssumed={row.isAssumed} />
        </span>
      ),
      text: (row) => row.inForce,
    },
    {
      key: 'since',
      title: WORDS.since,
      width: '8rem',
      cell: (row) => <Time at={row.since} />,
      text: (row) => row.since,
    },
    {
      key: 'source',
      title: WORDS.source,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => <span title={row.source}>{row.source}</span>,
      text: (row) => row.source,
    },
    {
      key: 'pending',
      title: WORDS.pending,
      width: 'minmax(9rem, 1fr)',
      cell: (row) => <Pending row={row} />,
      text: (row) => row.submitted,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="rule-sets"
        label={say(WORDS.title)}
        view={view}
        rows={rows}
        hasSearch
        columns={columns}
        rowKey={(row) => row.name}
        to={(row) => `/rule-sets/${row.name}`}
        empty={{ title: WORDS.none }}
      />
    </Page>
  );
}

function Pending({ row }: { row: Item }) {
  const say = useSay();
  return (
    <span className="row">
      {row.submitted > 0 && <Tag>{say(WORDS.submitted, { count: row.submitted })}</Tag>}
      {row.drafts > 0 && <Tag>{say(WORDS.drafts, { count: row.drafts })}</Tag>}
      {row.next && <Tag>{say(WORDS.next, row.next)}</Tag>}
    </span>
  );
}
