import { type OutputOf, useView } from '../../api/web.ts';
import { type Column, DataList, MarkBadge, Page, StateBadge, Time, useSay } from '../../design-system/web.ts';
import { officialDocument } from '../official-document.register.ts';
import type { list } from '../official-documents.views.ts';
import { stateLabel, toneOf } from './words.part.tsx';

type Item = OutputOf<typeof list>['items'][number];

const { fields } = officialDocument;
const WORDS = {
  title: { zh: '公文', en: 'Official documents' },
  none: { zh: '没有公文', en: 'No document' },
  how: { zh: '公文在其所涉记录的页面起草。', en: 'A document is drafted on the page of the record it is about.' },
  number: { zh: '文号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  drafted: { zh: '起草时间', en: 'Drafted' },
} as const;

/** Every paper that was drafted or signed, the newest first. */
export default function DocumentList() {
  const say = useSay();
  const view = useView<typeof list>('officialDocuments.list', { limit: 500 });
  const columns: readonly Column<Item>[] = [
    {
      key: 'title',
      title: fields.title.label,
      width: 'minmax(18rem, 3fr)',
      cell: (row) => (
        <>
          <MarkBadge mark={row.mark} />
          {row.title}
        </>
      ),
      text: (row) => row.title,
    },
    {
      key: 'number',
      title: WORDS.number,
      width: '12rem',
      cell: (row) => row.number ?? '—',
      text: (row) => row.number,
    },
    {
      key: 'kind',
      title: fields.kind.label,
      width: '10rem',
      cell: (row) => say(row.kindLabel),
      text: (row) => say(row.kindLabel),
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '6.5rem',
      cell: (row) => <StateBadge label={stateLabel(row.state)} tone={toneOf(row.state)} />,
      text: (row) => say(stateLabel(row.state)),
    },
    {
      key: 'drafter',
      title: fields.draftedById.label,
      width: '6rem',
      cell: (row) => row.drafterName ?? '—',
      text: (row) => row.drafterName,
    },
    {
      key: 'createdAt',
      title: WORDS.drafted,
      width: '8rem',
      cell: (row) => <Time at={row.createdAt} />,
      text: (row) => row.createdAt,
    },
    {
      key: 'signer',
      title: fields.signedById.label,
      width: '6rem',
      cell: (row) => row.signerName ?? '—',
      text: (row) => row.signerName,
    },
    {
      key: 'signedAt',
      title: fields.signedAt.label,
      width: '8rem',
      cell: (row) => (row.signedAt ? <Time at={row.signedAt} /> : '—'),
      text: (row) => row.signedAt,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="official-documents"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/official-documents/${row.id}`}
        empty={{ title: WORDS.none, hint: WORDS.how }}
      />
    </Page>
  );
}
