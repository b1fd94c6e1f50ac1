import { useEffect } from 'react';
import { useView } from '../api/web.ts';
import { Empty, go, Shown, useKeys, useParams } from '../design-system/web.ts';
import { Overview } from './Overview.part.tsx';
import type { tree } from './organisation.views.ts';
import { UnitFile } from './UnitFile.part.tsx';
import { openTo, UnitTree } from './UnitTree.part.tsx';
import type { UnitNode } from './unit-node.part.tsx';
import './organisation.css';

const BACK = { zh: '返回机构总览', en: 'Back to the overview' };
const GONE = { zh: '没有这个单位', en: 'There is no such unit' };
const GONE_HINT = { zh: '它可能已经撤销；请在左侧另选。', en: 'It may have been closed; choose another one.' };

/** 1+21+9+X: the tree on the left, on the right the unit of the address or the district's count. */
export default function Organisation() {
  const { id } = useParams();
  const view = useView<typeof tree>('units.tree', {});
  useKeys(id ? [{ keys: 'Escape', label: BACK, act: () => go('/organisation') }] : []);
  return <Shown of={view}>{({ units }) => <TwoPanes units={units} id={id || undefined} />}</Shown>;
}

function TwoPanes({ units, id }: { units: readonly UnitNode[]; id: string | undefined }) {
  useEffect(() => {
    if (id) openTo(units, id);
  }, [units, id]);
  const unit = units.find((one) => one.id === id);
  return (
    <div className={id ? 'organisation has-unit' : 'organisation'}>
      <UnitTree units={units} chosen={id} />
      {id === undefined && <Overview units={units} />}
      {unit && <UnitFile unit={unit} units={units} />}
      {id !== undefined && !unit && <Empty title={GONE} hint={GONE_HINT} />}
    </div>
  );
}
