import { useView } from '../../foundation/api/web.ts';
import { Go, Time, useSay } from '../../foundation/design-system/web.ts';
import { figure } from '../stock/web.ts';
import type { inTransit } from './transfers.views.ts';

const WORDS = {
  none: { zh: '没有在途', en: 'Nothing is on the road' },
  number: { zh: '调拨单', en: 'Transfer' },
  quantity: { zh: '数量', en: 'Quantity' },
  from: { zh: '调出', en: 'From' },
  to: { zh: '到达', en: 'To' },
  expected: { zh: '预计到达', en: 'Expected' },
} as const;

/** On an item's page: what lies on no shelf because it is under way. */
export default function SupplyOnRoad({ record }: { record: { id: string } }) {
  const say = useSay();
  const { data } = useView<typeof inTransit>('transfers.inTransit', { supplyId: record.id });
  if (!data) return null;
  if (data.items.length === 0) return <p>{say(WORDS.none)}</p>;
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          {[WORDS.number, WORDS.from, WORDS.to, WORDS.expected].map((head) => (
            <th key={head.zh} scope="col">
              {say(head)}
            </th>
          ))}
          <th scope="col" className="is-number">
            {say(WORDS.quantity)}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((one) => (
          <tr key={one.transferId}>
            <th scope="row" data-label={say(WORDS.number)}>
              <Go to={`/transfers/${one.transferId}`}>{one.number}</Go>
            </th>
            <td data-label={say(WORDS.from)}>{one.fromName}</td>
            <td data-label={say(WORDS.to)}>{one.toName ?? one.destination}</td>
            <td data-label={say(WORDS.expected)}>{one.expectedAt ? <Time at={one.expectedAt} /> : '—'}</td>
            <td className="is-number" data-label={say(WORDS.quantity)}>
              {figure(one.quantity)} {one.measure}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
