import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import { Button, Empty, Go, toast, useSay } from '../../foundation/design-system/web.ts';
import type { topology } from './grid-topology.views.ts';

type Fault = OutputOf<typeof topology>['faults'][number];

const WORDS = {
  none: { zh: '没有空隙，也没有重叠', en: 'Neither gaps nor overlaps' },
  gap: { zh: '空隙：{where}', en: 'Gap: {where}' },
  overlap: { zh: '重叠：{where}', en: 'Overlap: {where}' },
  size: { zh: '{size} 平方米', en: '{size} m²' },
  show: { zh: '在图上看', en: 'Show on the map' },
  give: { zh: '并入「{name}」', en: 'Give it to “{name}”' },
  cut: { zh: '从「{name}」中切除', en: 'Cut it out of “{name}”' },
  draw: { zh: '无相邻网格，请新建网格', en: 'No grid beside it: draw a new one' },
  mended: { zh: '网格范围已更正', en: 'The outline was corrected' },
  reasonGap: { zh: '拓扑检查：并入空隙', en: 'Check of the ground: gap taken in' },
  reasonOverlap: { zh: '拓扑检查：切除重叠', en: 'Check of the ground: overlap cut out' },
} as const;

interface Props {
  readonly faults: readonly Fault[];
  readonly mayMend: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** Largest first; each with what would mend it, by a correction that stands in the grid's history like any other. */
export function TopologyFaults({ faults, mayMend, chosen, onChoose }: Props) {
  const say = useSay();
  if (faults.length === 0) return <Empty title={WORDS.none} />;
  return (
    <ol className="grid-topology-faults">
      {faults.map((fault) => (
        <li key={fault.key} aria-current={fault.key === chosen}>
          <p>
            <b>{say(WORDS[fault.kind], { where: fault.where.join(' × ') })}</b>{' '}
            {say(WORDS.size, { size: Math.round(fault.squareMetres).toLocaleString('zh-CN') })}
          </p>
          <p className="actions">
            <Button onClick={() => onChoose(fault.key)}>{say(WORDS.show)}</Button>
            {mayMend && fault.proposals.map((one) => <Mend key={one.gridId} fault={fault} proposal={one} />)}
            {mayMend && fault.proposals.length === 0 && <Go to="/grids/new">{say(WORDS.draw)}</Go>}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Mend({ fault, proposal }: { fault: Fault; proposal: Fault['proposals'][number] }) {
  const say = useSay();
  const correcting = useCommand('grids.correct');
  const { gridId, version, name, outline } = proposal;
  const isGap = fault.kind === 'gap';
  const mend = async () => {
    const reason = say(isGap ? WORDS.reasonGap : WORDS.reasonOverlap);
    const done = await correcting.run({ id: gridId, outline, reason } as never, { version });
    if (done) toast(WORDS.mended);
  };
  return (
    <>
      <Button kind="main" isBusy={correcting.isRunning} onClick={() => void mend()}>
        {say(isGap ? WORDS.give : WORDS.cut, { name })}
      </Button>
      {correcting.problem && (
        <span className="problem" role="alert">
          {say(correcting.problem.phrase)}
        </span>
      )}
    </>
  );
}
