import { useView } from '../../foundation/api/web.ts';
import { Empty, Go, MarkBadge, Page, Shown, useSay } from '../../foundation/design-system/web.ts';
import { StocktakeState } from './stocktake-words.part.tsx';
import type { list } from './stocktakes.views.ts';
import './stocktakes.css';

const WORDS = {
  title: { zh: '物资盘点', en: 'Stocktakes' },
  empty: { zh: '没有进行中的盘点', en: 'No stocktake is under way' },
  counted: { zh: '已盘 {counted} / {lines}', en: '{counted} of {lines} counted' },
} as const;

/** Stocktakes under way, on the phone between the shelves. */
export default function StocktakeInbox() {
  const say = useSay();
  const view = useView<typeof list>('stocktakes.list', { state: 'counting' });
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.empty} />
          ) : (
            <ul className="count-lines">
              {items.map((row) => (
                <li key={row.id}>
                  <span>
                    <Go to={`/stocktakes/${row.id}`}>
                      <MarkBadge mark={row.mark} />
                      {row.number} {row.warehouseName}
                    </Go>
                    <small>{say(WORDS.counted, { counted: row.counted, lines: row.lines })}</small>
                  </span>
                  <StocktakeState state={row.state} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}
