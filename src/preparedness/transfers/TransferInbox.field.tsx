import { useView } from '../../foundation/api/web.ts';
import { Empty, Go, MarkBadge, Page, Shown, Time, useSay } from '../../foundation/design-system/web.ts';
import { destinationOf, TransferState } from './transfer-words.part.tsx';
import type { list } from './transfers.views.ts';
import './transfers.css';

const WORDS = {
  title: { zh: '物资签收', en: 'Goods to receive' },
  empty: { zh: '没有在途物资', en: 'Nothing is on the road' },
  expected: { zh: '预计到达', en: 'Expected' },
} as const;

/** What is on its way to where this person may sign for it. */
export default function TransferInbox() {
  const say = useSay();
  const view = useView<typeof list>('transfers.list', { state: 'dispatched' });
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.empty} />
          ) : (
            <ul className="transfer-inbox">
              {items.map((row) => (
                <li key={row.id}>
                  <Go to={`/transfers/${row.id}`}>
                    <MarkBadge mark={row.mark} />
                    {row.number} {row.purpose}
                  </Go>
                  <TransferState row={row} />
                  <span>
                    {row.fromName} → {destinationOf(row)}
                  </span>
                  {row.expectedAt && (
                    <span>
                      {say(WORDS.expected)} <Time at={row.expectedAt} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}
