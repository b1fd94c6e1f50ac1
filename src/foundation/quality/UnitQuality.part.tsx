import { type OutputOf, useCommand, useView } from '../api/web.ts';
import { Button, Go, Shown, TableHead, toast, useSay } from '../design-system/web.ts';
import type { issue } from './quality-orders.commands.ts';
import type { ofUnits } from './unit-quality.views.ts';

type Row = OutputOf<typeof ofUnits>['items'][number];

const WORDS = {
  unit: { zh: '归属单位', en: 'Unit' },
  total: { zh: '在册', en: 'Records' },
  missing: { zh: '缺项', en: 'Missing' },
  stale: { zh: '陈旧', en: 'Stale' },
  doubled: { zh: '重复', en: 'Double' },
  contradictory: { zh: '矛盾', en: 'Contradictory' },
  outside: { zh: '区外', en: 'Outside' },
  order: { zh: '整改指令', en: 'Order' },
  give: { zh: '下达整改', en: 'Order it put right' },
  giveTo: { zh: '向{unit}下达整改指令', en: 'Order {unit} to put it right' },
  given: { zh: '已下达整改指令', en: 'The order is issued' },
  none: { zh: '没有在册记录。', en: 'There are no records in use.' },
  sound: { zh: '无问题', en: 'Sound' },
} as const;

const FINDINGS = ['missing', 'stale', 'doubled', 'contradictory', 'outside'] as const;

/** By unit, the most faults first; what is found becomes an order to the unit with one press. */
export function UnitQuality({ register }: { register: string }) {
  const say = useSay();
  const view = useView<typeof ofUnits>('quality.ofUnits', { register });
  return (
    <Shown of={view}>
      {({ items, mayOrder }) =>
        items.length === 0 ? (
          <p className="soft">{say(WORDS.none)}</p>
        ) : (
          <table className="table table-stacks">
            <TableHead titles={[WORDS.unit, WORDS.total, ...FINDINGS.map((one) => WORDS[one]), WORDS.order]} />
            <tbody>
              {items.map((row) => (
                <tr key={row.unitId}>
                  <th scope="row">{row.unit}</th>
                  <td data-label={say(WORDS.total)}>{row.total.toLocaleString('zh-CN')}</td>
                  {FINDINGS.map((one) => (
                    <td key={one} data-label={say(WORDS[one])}>
                      {row.counts[one] === null ? '—' : row.counts[one].toLocaleString('zh-CN')}
                    </td>
                  ))}
                  <td data-label={say(WORDS.order)}>
                    <OrderOf row={row} register={register} mayOrder={mayOrder} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Shown>
  );
}

function OrderOf({ row, register, mayOrder }: { row: Row; register: string; mayOrder: boolean }) {
  const say = useSay();
  const giving = useCommand<typeof issue>('quality.order');
  if (row.open) return <Go to={`/assignments/${row.open.assignmentId}`}>{row.open.number}</Go>;
  if (Object.values(row.counts).every((count) => !count)) return <>{say(WORDS.sound)}</>;
  if (!mayOrder) return <>—</>;
  const give = async () => {
    if (await giving.run({ register, unitId: row.unitId })) toast(WORDS.given);
  };
  return (
    <>
      <Button aria-label={say(WORDS.giveTo, { unit: row.unit })} isBusy={giving.isRunning} onClick={() => void give()}>
        {say(WORDS.give)}
      </Button>
      {giving.problem && (
        <p className="problem" role="alert">
          {say(giving.problem.phrase)}
        </p>
      )}
    </>
  );
}
