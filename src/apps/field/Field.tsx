import { serverNow, useLink } from '../../foundation/api/web.ts';
import {
  Contributions,
  Empty,
  Go,
  go,
  MenuButton,
  Page,
  ScreenOutlet,
  setLanguage,
  setTheme,
  Toasts,
  useContributions,
  useLanguage,
  useMay,
  usePath,
  useSay,
  useTheme,
  useWorkplace,
  WorkplaceProvider,
} from '../../foundation/design-system/web.ts';
import { HatChooser, KeptCommands, useViewer } from '../../foundation/identity/web.ts';
import { showTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { contributions } from './capabilities.ts';

const WORDS = {
  home: { zh: '我的任务', en: 'My work' },
  back: { zh: '返回', en: 'Back' },
  nothing: { zh: '没有要办的事', en: 'Nothing to do now' },
  online: { zh: '在线', en: 'Online' },
  connecting: { zh: '正在连接', en: 'Connecting' },
  polling: { zh: '每 10 秒更新', en: 'Updated every 10 s' },
  lost: { zh: '数据截至 {at}，正在重连', en: 'As of {at}; reconnecting' },
  menu: { zh: '功能', en: 'Functions' },
  look: { zh: '外观与语言', en: 'Look and language' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  contrast: { zh: '阳光下', en: 'In the sun' },
} as const satisfies Record<string, Phrase>;

const screens = [
  ...contributions.flatMap((contribution) => contribution.fieldScreens),
  { path: '/', title: WORDS.home, load: async () => ({ default: Home }) },
];

/** One column for one thumb: who and how fresh on top, the work, what can be started at the bottom. */
export default function Field() {
  const { permissions } = useViewer();
  return (
    <WorkplaceProvider contributions={contributions} permissions={permissions}>
      <div className="field-app">
        <FieldHead />
        <main id="main" tabIndex={-1}>
          <KeptCommands />
          <ScreenOutlet screens={screens} />
        </main>
        <ThumbZone />
      </div>
      <Toasts />
    </WorkplaceProvider>
  );
}

/** Where the phone came from; opened by a link, that is the first page. */
const back = () => (history.length > 1 ? history.back() : go('/', { replaces: true }));

function FieldHead() {
  const say = useSay();
  const path = usePath();
  const theme = useTheme();
  const language = useLanguage();
  const { state, asOf } = useLink();
  return (
    <header className="field-head">
      {path !== '/' && (
        <button type="button" className="top-button" aria-label={say(WORDS.back)} onClick={back}>
          <span aria-hidden="true">‹</span>
        </button>
      )}
      <HatChooser />
      <span role="status" className={state === 'lost' ? 'stale-note' : 'field-link'}>
        {state === 'lost' && say(WORDS.lost, { at: showTime(new Date(asOf), serverNow()) })}
        {state === 'live' && `● ${say(WORDS.online)}`}
        {state === 'polling' && `○ ${say(WORDS.polling)}`}
        {state === 'connecting' && `○ ${say(WORDS.connecting)}`}
      </span>
      <MenuButton
        name={say(WORDS.look)}
        className="top-button"
        label={<span aria-hidden="true">◐</span>}
        items={[
          ...(['light', 'dark', 'contrast'] as const).map((key) => ({
            key,
            label: say(WORDS[key]),
            isChosen: theme === key,
            act: () => setTheme(key),
          })),
          { key: 'zh', label: '中文', isChosen: language === 'zh', act: () => setLanguage('zh') },
          { key: 'en', label: 'English', isChosen: language === 'en', act: () => setLanguage('en') },
        ]}
      />
    </header>
  );
}

/** What capabilities put on the first page: orders that wait, patrols of today. */
function Home() {
  const say = useSay();
  const parts = useContributions('field.home');
  return (
    <Page title={WORDS.home}>
      {parts.length === 0 ? <Empty title={WORDS.nothing} /> : <Contributions at="field.home" />}
      <span className="unseen">{say(WORDS.home)}</span>
    </Page>
  );
}

function ThumbZone() {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const { contributions: all } = useWorkplace();
  const shown = all
    .flatMap(({ fieldScreens }) => fieldScreens)
    .filter((screen) => screen.menu && may(screen.permission))
    .sort((one, other) => (one.menu?.order ?? 0) - (other.menu?.order ?? 0));
  return (
    <nav className="thumb-zone" aria-label={say(WORDS.menu)}>
      <Go to="/" className="button" aria-current={path === '/' ? 'page' : undefined}>
        {say(WORDS.home)}
      </Go>
      {shown.map((screen) => (
        <Go
          key={screen.path}
          to={screen.path}
          className={screen.menu?.size === 'big' ? 'button button-main' : 'button'}
          aria-current={path === screen.path ? 'page' : undefined}
        >
          {say(screen.title)}
        </Go>
      ))}
      <Contributions at="field.thumb" />
    </nav>
  );
}
