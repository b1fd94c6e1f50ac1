import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useView } from '../api/web.ts';
import { Empty, Shown, useSay } from '../design-system/web.ts';
import { type Card, OrderTile } from './OrderTile.part.tsx';
import type { board } from './orders.views.ts';
import './orders.css';

export const COLUMN_LABELS = {
  unreceived: { zh: '未签收', en: 'Not received' },
  under_way: { zh: '进行', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  verified: { zh: '已核', en: 'Verified' },
  ended: { zh: '退回、未应答、取消', en: 'Rejected, unanswered, cancelled' },
} as const satisfies Record<Card['column'], Phrase>;

const NONE: Phrase = { zh: '该事项还没有指令', en: 'No order has been issued for this matter' };
/** What the cards of a column stand under. */
export type Grouping = 'group' | 'unit' | 'street';

const DISTRICT: Phrase = { zh: '区级', en: 'District' };
const UNGROUPED: Phrase = { zh: '未分组', en: 'No group' };

/** The columns of the board; inside each, parts by group or unit in the order the server gives: late ones first. */
export function OrderColumns({
  items,
  counts,
  by,
}: {
  items: readonly Card[];
  counts: OutputOf<typeof board>['counts'];
  by: Grouping;
}) {
  const say = useSay();
  return (
    <div className="order-columns">
      {(Object.keys(COLUMN_LABELS) as Card['column'][])
        .filter((column) => column !== 'ended' || counts.ended > 0)
        .map((column) => (
          <section key={column} aria-label={say(COLUMN_LABELS[column])}>
            <h2>
              {say(COLUMN_LABELS[column])} <span className="order-count">{counts[column]}</span>
            </h2>
            {groupsOf(items, column, by).map(([name, cards]) => (
              <div key={name}>
                <h3>{name || say(by === 'street' ? DISTRICT : UNGROUPED)}</h3>
                <ul>
                  {cards.map((card) => (
                    <OrderTile key={card.id} card={card} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
    </div>
  );
}

const NAMES: Readonly<Record<Grouping, (card: Card) => string>> = {
  group: ({ groupName }) => groupName ?? '',
  unit: ({ unitName }) => unitName,
  street: ({ streetName }) => streetName ?? '',
};

function groupsOf(items: readonly Card[], column: Card['column'], by: Grouping): [string, Card[]][] {
  const groups = new Map<string, Card[]>();
  for (const card of items) {
    if (card.column !== column) continue;
    const name = NAMES[by](card);
    groups.set(name, [...(groups.get(name) ?? []), card]);
  }
  return [...groups];
}

/** The board of one matter, for an incident's page. */
export default function OrdersOf({ matter }: { matter: string }) {
  const view = useView<typeof board>('orders.board', { matter });
  return (
    <Shown of={view}>
      {({ items, counts }) =>
        items.length === 0 ? <Empty title={NONE} /> : <OrderColumns items={items} counts={counts} by="group" />
      }
    </Shown>
  );
}
