import { type OutputOf, useView } from '../api/web.ts';
import { type Column, DataList, useSay } from '../design-system/web.ts';
import type { problems } from './imports.views.ts';

type Item = OutputOf<typeof problems>['items'][number];

const WORDS = {
  title: { zh: '有误的行', en: 'Wrong rows' },
  none: { zh: '没有有误的行', en: 'No wrong rows' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '栏目', en: 'Column' },
  value: { zh: '原值', en: 'Value' },
  reason: { zh: '原因', en: 'Reason' },
  sheet: { zh: '导出 XLSX', en: 'Export XLSX' },
} as const;

/** As many as are drawn; all of them are in the sheet. */
const SHOWN = 5000;

/** Every wrong cell: where, what stands there, and why not. */
export function WrongRows({ id }: { id: string }) {
  const say = useSay();
  const view = useView<typeof problems>('imports.problems', { id, limit: SHOWN });
  const columns: readonly Column<Item>[] = [
    {
      key: 'row',
      title: WORDS.row,
      width: '5rem',
      cell: (one) => one.row,
      text: (one) => String(one.row),
      isNumber: true,
    },
    {
      key: 'column',
      title: WORDS.column,
      width: '10rem',
      cell: (one) => say(one.label),
      text: (one) => say(one.label),
    },
    {
      key: 'value',
      title: WORDS.value,
      width: 'minmax(8rem, 1fr)',
      cell: (one) => one.value ?? '—',
      text: (one) => one.value,
    },
    {
      key: 'reason',
      title: WORDS.reason,
      width: 'minmax(12rem, 2fr)',
      cell: (one) => say(one.reason),
      text: (one) => say(one.reason),
    },
  ];
  return (
    <div className="import-problems">
      <DataList
        name="import-problems"
        label={say(WORDS.title)}
        view={view}
        rows={view.data?.items ?? []}
        total={view.data?.total ?? 0}
        columns={columns}
        rowKey={(one) => `${one.row} ${one.target}`}
        empty={{ title: WORDS.none }}
        sheets={[
          { key: 'wrong', label: WORDS.sheet, save: () => location.assign(`/api/imports/${id}/problems-sheet`) },
        ]}
      />
    </div>
  );
}
