import { useEffect } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Empty, Go, go, Page, Shown } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { mine } from './wall-displays.views.ts';

const WORDS = {
  title: { zh: '选择大屏', en: 'Choose a wall' },
  none: { zh: '没有大屏', en: 'There is no wall' },
  hint: { zh: '请值班员在「大屏」页面登记。', en: 'The duty officer registers one on the page “Walls”.' },
} as const satisfies Record<string, Phrase>;

/** A machine that knows only that it is a wall: its own one is opened at once. */
export default function WallChoiceScreen() {
  const view = useView<typeof mine>('wallDisplays.mine', {});
  const own = view.data?.items.filter(({ isMine }) => isMine) ?? [];
  const only = own.length === 1 ? own[0]?.id : undefined;
  useEffect(() => {
    if (only) go(`/wall/${only}`, { replaces: true });
  }, [only]);
  return (
    <main>
      <Page title={WORDS.title}>
        <Shown of={view} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={WORDS.none} hint={WORDS.hint} />
            ) : (
              <ul className="wall-choice">
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <Go className="button" to={`/wall/${id}`}>
                      {name}
                    </Go>
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Page>
    </main>
  );
}
