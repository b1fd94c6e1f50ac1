import { type OutputOf, useCommand, useView } from '../api/web.ts';
import { type Column, DataList, useSay } from '../design-system/web.ts';
import type { answer } from './imports.commands.ts';
import type { problems } from './imports.views.ts';

type Item = OutputOf<typeof problems>['items'][number];

const WORDS = {
  title: { zh: '有误与待看的行', en: 'Rows to look at' },
  none: { zh: '没有需要看的行', en: 'No rows to look at' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '栏目', en: 'Column' },
  value: { zh: '原值', en: 'Value' },
  reason: { zh: '原因', en: 'Reason' },
  sheet: { zh: '导出 XLSX', en: 'Export XLSX' },
  kind: { zh: '类别', en: 'Kind' },
  wrong: { zh: '有误', en: 'Wrong' },
  doubt: { zh: '提示', en: 'To look at' },
  question: { zh: '待答复', en: 'To be answered' },
  answered: { zh: '已答复', en: 'Answered' },
  choose: { zh: '请选择', en: 'Choose' },
  answerOf: { zh: '第 {row} 行的答复', en: 'Answer for row {row}' },
} as const;

/** As many as are drawn; all of them are in the sheet. */
const SHOWN = 5000;

/** Every wrong or doubtful cell: where, what stands there, and why; what only a person can decide is answered here. */
export function WrongRows({ id, isOpen }: { id: string; isOpen: boolean }) {
  const say = useSay();
  const answering = useCommand<typeof answer>('imports.answer');
  const kindOf = (one: Item) => (one.kind === 'question' && one.answer ? WORDS.answered : WORDS[one.kind]);
  const view = useView<typeof problems>('imports.problems', { id, limit: SHOWN });
  const columns: readonly Column<Item>[] = [
    {
      key: 'kind',
      title: WORDS.kind,
      width: '6rem',
      cell: (one) => say(kindOf(one)),
      text: (one) => say(kindOf(one)),
    },
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
      cell: (one) =>
        one.choices ? (
          <span className="import-question">
            {say(one.reason)}
            <select
              aria-label={say(WORDS.answerOf, { row: one.row })}
              value={one.answer ?? ''}
              disabled={!isOpen || answering.isRunning}
              onChange={({ target: { value } }) =>
                void answering.run({ id, row: one.row, target: one.target, answer: value })
              }
            >
              {!one.answer && <option value="">{say(WORDS.choose)}</option>}
              {one.choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {say(label)}
                </option>
              ))}
            </select>
          </span>
        ) : (
          say(one.reason)
        ),
      text: (one) => say(one.reason),
    },
  ];
  return (
    <div className="import-problems">
      {answering.problem && (
        <p className="problem" role="alert">
          {say(answering.problem.phrase)}
        </p>
      )}
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
