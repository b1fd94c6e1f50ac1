import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Button, CheckField, Empty, Section, Tag, useMay, useSay } from '../../foundation/design-system/web.ts';
import { figure, yuan } from '../stock/web.ts';
import type { Line, Stocktake } from './stocktake-words.part.tsx';
import type { explain } from './stocktakes.commands.ts';
import './stocktakes.css';

const WORDS = {
  title: { zh: '盘点结果', en: 'Result' },
  only: { zh: '只看差异', en: 'Differences only' },
  none: { zh: '没有差异', en: 'No difference' },
  supply: { zh: '物资', en: 'Item' },
  batch: { zh: '批号', en: 'Batch' },
  booked: { zh: '账面', en: 'Book' },
  counted: { zh: '实盘', en: 'Counted' },
  difference: { zh: '盈亏', en: 'Difference' },
  value: { zh: '金额', en: 'Value' },
  by: { zh: '盘点人', en: 'By' },
  reason: { zh: '差异原因', en: 'Why' },
  reasonOf: { zh: '{name} {batch} 的差异原因', en: 'Why {name} {batch} differs' },
  save: { zh: '保存原因', en: 'Save the reasons' },
  found: { zh: '账外', en: 'Found' },
} as const;

/** What was counted against the book of that moment; reasons are written here before somebody decides. */
export function Differences({ row }: { row: Stocktake }) {
  const say = useSay();
  const may = useMay();
  const explaining = useCommand<typeof explain>('stocktakes.explain');
  const [isOnly, setOnly] = useState(true);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const isBlind = row.state === 'counting';
  const differs = (line: Line) => line.difference !== null && line.difference !== 0;
  const lines = row.lineList.filter((line) => isBlind || !isOnly || differs(line));
  const mayExplain = row.state === 'submitted' && may('stocktake.count');
  const changed = Object.entries(reasons).filter(([, reason]) => reason.trim().length >= 2);
  const save = async () => {
    const given = changed.map(([lineId, reason]) => ({ lineId, reason }));
    if (await explaining.run({ id: row.id, lines: given })) setReasons({});
  };
  return (
    <Section
      title={WORDS.title}
      aside={!isBlind && <CheckField label={WORDS.only} isChecked={isOnly} onChange={setOnly} />}
    >
      {lines.length === 0 ? (
        <Empty title={WORDS.none} />
      ) : (
        <table className="table table-stacks">
          <thead>
            <tr>
              <th scope="col">{say(WORDS.supply)}</th>
              <th scope="col">{say(WORDS.batch)}</th>
              {[WORDS.booked, WORDS.counted, WORDS.difference, WORDS.value].map((head) => (
                <th key={head.zh} scope="col" className="is-number">
                  {say(head)}
                </th>
              ))}
              <th scope="col">{say(WORDS.by)}</th>
              <th scope="col">{say(WORDS.reason)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row" data-label={say(WORDS.supply)}>
                  {line.name} <small>{line.spec}</small> {line.isFound && <Tag>{say(WORDS.found)}</Tag>}
                </th>
                <td data-label={say(WORDS.batch)}>{line.batch}</td>
                <td className="is-number" data-label={say(WORDS.booked)}>
                  {line.booked === null ? '—' : figure(line.booked)}
                </td>
                <td className="is-number" data-label={say(WORDS.counted)}>
                  {line.counted === null ? '—' : figure(line.counted)} {line.measure}
                </td>
                <td className="is-number" data-label={say(WORDS.difference)}>
                  {differs(line) ? <strong>{signed(line.difference ?? 0)}</strong> : '0'}
                </td>
                <td className="is-number" data-label={say(WORDS.value)}>
                  {line.value ? `${line.value < 0 ? '−' : '+'}${yuan(Math.abs(line.value))}` : '—'}
                </td>
                <td data-label={say(WORDS.by)}>{line.countedBy ?? '—'}</td>
                <td data-label={say(WORDS.reason)}>
                  {mayExplain && differs(line) ? (
                    <input
                      type="text"
                      maxLength={200}
                      aria-label={say(WORDS.reasonOf, { name: line.name, batch: line.batch })}
                      value={reasons[line.id] ?? line.reason ?? ''}
                      onChange={({ target }) => setReasons({ ...reasons, [line.id]: target.value })}
                    />
                  ) : (
                    (line.reason ?? '')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayExplain && changed.length > 0 && (
        <div className="row">
          <Button kind="main" isBusy={explaining.isRunning} onClick={() => void save()}>
            {say(WORDS.save)}
          </Button>
          {explaining.problem && (
            <span className="field-problem" role="alert">
              {say(explaining.problem.phrase)}
            </span>
          )}
        </div>
      )}
    </Section>
  );
}

const signed = (difference: number) => `${difference > 0 ? '+' : '−'}${figure(Math.abs(difference))}`;
