import {
  Go,
  go,
  MENU_GROUPS,
  MenuButton,
  type MenuGroup,
  menuScreens,
  type Screen,
  useKeys,
  useMay,
  usePath,
  useSay,
  useWorkplace,
} from '../../foundation/design-system/web.ts';

const WORDS = {
  menu: { zh: '主菜单', en: 'Main menu' },
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
  return (
    <nav className="main-menu" aria-label={say(WORDS.menu)}>
      {groups.map(({ group, entries }) =>
        OPEN.includes(group) ? (
          <ul key={group} aria-label={say(MENU_GROUPS[group])}>
            {entries.map((screen) => (
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
          </ul>
        ) : (
          <Group key={group} label={say(MENU_GROUPS[group])} entries={entries} path={path} />
        ),
      )}
    </nav>
  );
}

/** A screen or one below it. */
const isAt = (path: string, screen: Screen) => path === screen.path || path.startsWith(`${screen.path}/`);

function Group({ label, entries, path }: { label: string; entries: readonly Screen[]; path: string }) {
  const say = useSay();
  const here = entries.find((screen) => isAt(path, screen));
  return (
    <MenuButton
      className={here ? 'menu-group is-here' : 'menu-group'}
      label={here ? `${label} · ${say(here.title)}` : label}
      items={entries.map((screen) => ({
        key: screen.path,
        label: say(screen.title),
        isChosen: screen === here,
        act: () => go(screen.path),
      }))}
    />
  );
}
