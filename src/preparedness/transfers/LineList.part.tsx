import { type Column, DataList, useSay } from '../../foundation/design-system/web.ts';
import { figure } from '../stock/web.ts';
import type { Line, Transfer } from './transfer-words.part.tsx';
import './transfers.css';

const WORDS = {
  title: { zh: '物资明细', en: 'Lines' },
  empty: { zh: '没有明细', en: 'No line' },
} as const;

const READY = {
  problem: undefined,
  isLoading: false,
  isOffline: false,
  asOf: undefined,
  refresh: () => undefined,
};

/** The lines of a transfer; 1,500 of them scroll as ten do. */
export function LineList({ row }: { row: Transfer }) {
  const say = useSay();
  const number = (key: string, zh: string, en: string, of: (line: Line) => number | null): Column<Line> => ({
    key,
    title: { zh, en },
    width: '5.5rem',
    isNumber: true,
    cell: (line) => {
      const value = of(line);
      return value === null ? '—' : figure(value);
    },
    text: of,
  });
  const hasLeft = row.dispatchedAt !== null;
  const columns: readonly Column<Line>[] = [
    {
      key: 'no',
      title: { zh: '序', en: 'No.' },
      width: '3rem',
      isNumber: true,
      cell: (line) => line.lineNo,
      text: (line) => line.lineNo,
    },
    {
      key: 'name',
      title: { zh: '物资', en: 'Item' },
      width: 'minmax(12rem, 2fr)',
      cell: (line) => (
        <>
          {line.name} <small>{line.spec}</small>
        </>
      ),
      text: (line) => [line.itemNo, line.name, line.spec].filter(Boolean).join(' '),
    },
    {
      key: 'measure',
      title: { zh: '单位', en: 'Unit' },
      width: '3.5rem',
      cell: (line) => line.measure,
      text: (line) => line.measure,
    },
    number('asked', '申请', 'Asked', (line) => line.asked),
    number('approved', '批准', 'Approved', (line) => line.approved),
    ...(hasLeft ? [] : [number('available', '可用', 'Available', (line: Line) => line.available)]),
    number('picked', '实发', 'Dispatched', (line) => line.picked),
    number('received', '签收', 'Received', (line) => line.received),
    {
      key: 'lots',
      title: { zh: '批号（有效期）', en: 'Lots (expiry)' },
      width: 'minmax(9rem, 1.5fr)',
      cell: lotsOf,
      text: lotsOf,
    },
    {
      key: 'difference',
      title: { zh: '差异原因', en: 'Why it differs' },
      cell: (line) => line.differenceReason ?? '',
      text: (line) => line.differenceReason,
      isHidden: !row.hasDifference,
    },
  ];
  return (
    <section className="section">
      <header>
        <h2>{say(WORDS.title)}</h2>
      </header>
      <div className="transfer-sheet" style={{ maxHeight: `${row.lineList.length * 40 + 120}px` }}>
        <DataList
          name="transfer-lines"
          label={say(WORDS.title)}
          view={READY}
          rows={row.lineList}
          columns={columns}
          rowKey={(line) => line.id}
          empty={{ title: WORDS.empty }}
        />
      </div>
    </section>
  );
}

const lotsOf = (line: Line) =>
  line.lots.map(({ batch, expiresOn }) => (expiresOn ? `${batch}（${expiresOn}）` : batch)).join('、');
