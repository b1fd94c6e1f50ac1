import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, Go, Page, Time, useMay, useSay } from '../design-system/web.ts';
import { ImportBadge, number } from './import-words.part.tsx';
import type { list } from './imports.views.ts';

type Item = OutputOf<typeof list>['items'][number];

const WORDS = {
  title: { zh: '导入', en: 'Imports' },
  none: { zh: '没有导入', en: 'No imports' },
  hint: { zh: '在任一台账的列表上点「导入」，或在这里新建。', en: 'Start one here or from the list of a register.' },
  begin: { zh: '导入文件', en: 'Import a file' },
  file: { zh: '文件', en: 'File' },
  register: { zh: '台账', en: 'Register' },
  source: { zh: '来源', en: 'Source' },
  state: { zh: '状态', en: 'State' },
  rows: { zh: '行数', en: 'Rows' },
  wrong: { zh: '有误', en: 'Wrong' },
  created: { zh: '新增', en: 'Created' },
  updated: { zh: '更新', en: 'Updated' },
  when: { zh: '时间', en: 'When' },
} as const;

/** One's own imports, newest first: what waits for an answer is at the top of the day. */
export default function ImportList() {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof list>('imports.list', {});
  const figure = (key: string, title: { zh: string; en: string }, of: (row: Item) => number | null): Column<Item> => ({
    key,
    title,
    width: '6rem',
    cell: (row) => (of(row) === null ? '' : number(of(row))),
    text: (row) => String(of(row) ?? ''),
    isNumber: true,
  });
  const columns: readonly Column<Item>[] = [
    {
      key: 'file',
      title: WORDS.file,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => row.fileName,
      text: (row) => row.fileName,
    },
    {
      key: 'register',
      title: WORDS.register,
      width: '9rem',
      cell: (row) => say(row.registerLabel),
      text: (row) => say(row.registerLabel),
    },
    {
      key: 'source',
      title: WORDS.source,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => row.source,
      text: (row) => row.source,
    },
    {
      key: 'state',
      title: WORDS.state,
      width: '9rem',
      cell: (row) => <ImportBadge state={row.state} />,
      text: (row) => row.state,
    },
    figure('rows', WORDS.rows, (row) => row.rowCount),
    figure('wrong', WORDS.wrong, (row) => row.wrongCount),
    figure('created', WORDS.created, (row) => row.createdCount),
    figure('updated', WORDS.updated, (row) => row.updatedCount),
    {
      key: 'when',
      title: WORDS.when,
      width: '8rem',
      cell: (row) => <Time at={row.createdAt} />,
      text: (row) => row.createdAt,
    },
  ];
  return (
    <Page title={WORDS.title}>
      <DataList
        name="imports"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => `/imports/${row.id}`}
        empty={{ title: WORDS.none, hint: WORDS.hint }}
        tools={
          may('import.make') && (
            <Go className="button" to="/imports/new">
              {say(WORDS.begin)}
            </Go>
          )
        }
      />
    </Page>
  );
}
