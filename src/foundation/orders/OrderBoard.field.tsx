import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useView } from '../api/web.ts';
import { Button, ChoiceField, Empty, Page, Shown, useSay, useSearch } from '../design-system/web.ts';
import { COLUMN_LABELS } from './OrderColumns.part.tsx';
import { type Card, OrderTile } from './OrderTile.part.tsx';
import type { board } from './orders.views.ts';
import { RemindSilent } from './RemindSilent.part.tsx';
import './orders.css';

const PAGE = 40;
const WORDS = {
  title: { zh: '指令板', en: 'Order board' },
  column: { zh: '状态', en: 'State' },
  all: { zh: '全部 {count}', en: 'All {count}' },
  late: { zh: '只看逾期 {count}', en: 'Late only {count}' },
  none: { zh: '没有指令', en: 'No order' },
  more: { zh: '已列 {shown}，共 {total}，继续列出', en: '{shown} of {total}: list more' },
} as const satisfies Record<string, Phrase>;

/** 指令板 on the phone of whoever commands: one column, late first, narrowed to a state. */
export default function OrderBoardOnPhone() {
  const say = useSay();
  const [search] = useSearch();
  const [column, setColumn] = useState<Card['column'] | ''>('');
  const [isLateOnly, setLateOnly] = useState(false);
  const [count, setCount] = useState(PAGE);
  const view = useView<typeof board>(
    'orders.board',
    {
      ...(search.matter ? { matter: search.matter } : {}),
      ...(column ? { column } : {}),
      lateOnly: isLateOnly,
      limit: count,
    },
    { keepsPrevious: true },
  );
  return (
    <Page title={WORDS.title} aside={<RemindSilent matter={search.matter} />}>
      <Shown of={view} rows={4}>
        {({ items, counts, total }) => {
          const { late, ...columns } = counts;
          const all = Object.values(columns).reduce((sum, one) => sum + one, 0);
          const named = (words: Phrase, of: number) => ({ zh: `${words.zh} ${of}`, en: `${words.en} ${of}` });
          return (
            <>
              <ChoiceField
                label={WORDS.column}
                name="column"
                value={column}
                onChange={(value) => {
                  setColumn(value);
                  setCount(PAGE);
                }}
                choices={[
                  { value: '', label: { zh: say(WORDS.all, { count: all }), en: say(WORDS.all, { count: all }) } },
                  ...(Object.keys(COLUMN_LABELS) as Card['column'][]).map((value) => ({
                    value,
                    label: named(COLUMN_LABELS[value], counts[value]),
                  })),
                ]}
              />
              <Button aria-pressed={isLateOnly} onClick={() => setLateOnly(!isLateOnly)}>
                {say(WORDS.late, { count: late })}
              </Button>
              {items.length === 0 ? (
                <Empty title={WORDS.none} />
              ) : (
                <ul className="order-inbox">
                  {items.map((card) => (
                    <OrderTile key={card.id} card={card} />
                  ))}
                </ul>
              )}
              {total > items.length && (
                <Button onClick={() => setCount(Math.min(1000, count + PAGE))}>
                  {say(WORDS.more, { shown: items.length, total })}
                </Button>
              )}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
