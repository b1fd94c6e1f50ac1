import { useView } from '../../foundation/api/web.ts';
import { Facts, go, Notice, Page, Shown, Time, useParams, useSay } from '../../foundation/design-system/web.ts';
import { Receipt } from './Receipt.part.tsx';
import { destinationOf, type Transfer, TransferState } from './transfer-words.part.tsx';
import type { record } from './transfers.views.ts';

const WORDS = {
  from: { zh: '调出仓库', en: 'From' },
  to: { zh: '到达', en: 'To' },
  vehicle: { zh: '车牌、司机', en: 'Vehicle' },
  expected: { zh: '预计到达', en: 'Expected' },
  done: { zh: '已由{who}签收', en: 'Received by {who}' },
  other: { zh: '现在没有要签收的', en: 'Nothing to receive now' },
} as const;

/** 签收 on the phone: count, photograph, sign. */
export default function TransferReceive() {
  const { id } = useParams();
  const view = useView<typeof record>('transfers.record', { id });
  return <Shown of={view}>{(row) => <Arrival row={row} />}</Shown>;
}

function Arrival({ row }: { row: Transfer }) {
  const say = useSay();
  return (
    <Page title={{ zh: `${row.number} ${row.purpose}`, en: `${row.number} ${row.purpose}` }} mark={row.mark}>
      <TransferState row={row} />
      <Facts
        facts={[
          { label: WORDS.from, value: row.fromName },
          { label: WORDS.to, value: destinationOf(row) },
          { label: WORDS.vehicle, value: [row.vehiclePlate, row.driver].filter(Boolean).join(' ') },
          { label: WORDS.expected, value: row.expectedAt && <Time at={row.expectedAt} /> },
        ]}
      />
      {row.steps.includes('receive') ? (
        <Receipt row={row} onClose={() => go('/transfers')} />
      ) : (
        <Notice title={row.receivedBy ? say(WORDS.done, { who: row.receivedBy }) : say(WORDS.other)} />
      )}
    </Page>
  );
}
