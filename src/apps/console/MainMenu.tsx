import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  Go,
  go,
  MENU_GROUPS,
  MenuButton,
  type MenuGroup,
  menuScreens,
  type Screen,
  useKeys,
  useLanguage,
  useMay,
  usePath,
  useSay,
  useWorkplace,
} from '../../foundation/design-system/web.ts';

const WORDS = {
  menu: { zh: '主菜单', en: 'Main menu' },
  more: { zh: '更多', en: 'More' },
  goes: { zh: '前往{title}', en: 'Go to {title}' },
} as const;

const fillTitle = (screen: Screen) => ({
  zh: WORDS.goes.zh.replace('{title}', screen.title.zh),
  en: WORDS.goes.en.replace('{title}', screen.title.en),
});

/** What a duty officer opens all day stands open; the other groups open at a press, or the line would run off the desk. */
const OPEN: readonly MenuGroup[] = ['situation', 'response'];

/** Groups in the order of the work; a screen the person may not open is not shown. `G` and a letter go there. */
export function MainMenu() {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const { contributions } = useWorkplace();
  const shown = menuScreens(contributions).filter((screen) => may(screen.permission));
  useKeys(
    shown.flatMap((screen) =>
      screen.menu?.key ? [{ keys: `g ${screen.menu.key}`, label: fillTitle(screen), act: () => go(screen.path) }] : [],
    ),
  );
  const groups = (Object.keys(MENU_GROUPS) as MenuGroup[])
    .map((group) => ({
      group,
      entries: shown.filter((screen) => screen.menu?.group === group),
    }))
    .filter(({ entries }) => entries.length > 0);
  const entriesOf = (name: MenuGroup) => groups.find(({ group }) => group === name)?.entries ?? [];
  const [first, second] = [entriesOf('situation'), entriesOf('response')];
  const { nav, folded } = useOneLine(`${useLanguage()} ${shown.length}`, first.length + second.length);
  // What is opened most stands first in its group and goes last.
  const hidden = [
    ...second.slice(3).toReversed(),
    ...first.slice(2).toReversed(),
    ...second.slice(0, 3).toReversed(),
  ].slice(0, folded);
  return (
    <nav className="main-menu" aria-label={say(WORDS.menu)} ref={nav}>
      {groups.map(({ group, entries }) =>
        OPEN.includes(group) ? (
          <ul key={group} aria-label={say(MENU_GROUPS[group])}>
            {entries
              .filter((screen) => !hidden.includes(screen))
              .map((screen) => (
                <li key={screen.path}>
                  <Go
                    to={screen.path}
                    aria-current={isAt(path, screen) ? 'page' : undefined}
                    title={screen.menu?.key ? `G ${screen.menu.key.toUpperCase()}` : undefined}
                  >
                    {say(screen.title)}
                  </Go>
                </li>
              ))}
            {group === OPEN.at(-1) && hidden.length > 0 && (
              <li>
                <Group
                  label={say(WORDS.more)}
                  entries={shown.filter((screen) => hidden.includes(screen))}
                  path={path}
                />
              </li>
            )}
          </ul>
        ) : (
          <Group key={group} label={say(MENU_GROUPS[group])} entries={entries} path={path} />
        ),
      )}
    </nav>
  );
}

/** Narrower than this the menu may take as many lines as it needs. */
const PHONE = 720;

/**
 * How many of the entries that stand open go into «more», so that the menu keeps to one line in every language and on every
 * desk. Counted anew for each `what`; all `most` of them at most.
 */
function useOneLine(what: string, most: number) {
  const nav = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(innerWidth);
  const [{ folded, of }, setFolded] = useState({ folded: 0, of: '' });
  const now = `${what} ${width}`;
  useEffect(() => {
    const measure = () => setWidth(innerWidth);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  useLayoutEffect(() => {
    const all = [...(nav.current?.children ?? [])] as HTMLElement[];
    const isWrapped = (all.at(-1)?.offsetTop ?? 0) > (all[0]?.offsetTop ?? 0) + 8;
    if (of !== now) setFolded({ folded: 0, of: now });
    else if (isWrapped && width > PHONE && folded < most) setFolded({ folded: folded + 1, of });
  }, [now, of, folded, width, most]);
  return { nav, folded };
}

/** A screen or one below it. */
const isAt = (path: string, screen: Screen) => path === screen.path || path.startsWith(`${screen.path}/`);

function Group({ label, entries, path }: { label: string; entries: readonly Screen[]; path: string }) {
  const say = useSay();
  const here = entries.find((screen) => isAt(path, screen));
  return (
    <MenuButton
      className={here ? 'menu-group is-here' : 'menu-group'}
      // Always the same words: a menu whose entries move with each press is read anew each time.
      label={label}
      items={entries.map((screen) => ({
        key: screen.path,
        label: say(screen.title),
        isChosen: screen === here,
        to: screen.path,
      }))}
    />
  );
}
