import { serverNow, useLink } from '../../foundation/api/web.ts';
import {
  Contributions,
  MenuButton,
  openPalette,
  SearchIcon,
  setLanguage,
  setTheme,
  useLanguage,
  useNow,
  useSay,
  useTheme,
} from '../../foundation/design-system/web.ts';
import { HatChooser, useViewer } from '../../foundation/identity/web.ts';
import { localTime, showTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';

const WORDS = {
  product: { zh: '烽燧', en: 'Fengsui' },
  search: { zh: '搜索一切', en: 'Search anything' },
  demo: { zh: '演示环境', en: 'Demo' },
  lost: { zh: '数据截至 {at}，正在重连', en: 'As of {at}; reconnecting' },
  polling: { zh: '实时通道不可用，每 10 秒更新', en: 'No live channel; updated every 10 s' },
  look: { zh: '外观与语言', en: 'Look and language' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
} as const satisfies Record<string, Phrase>;

const WEEKDAYS: readonly Phrase[] = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];

const two = (value: number) => String(value).padStart(2, '0');

/** Whose room this is, what time it is, who is on duty, under which hat one acts. Loss of connection shows here, once. */
export function TopBar() {
  const say = useSay();
  const { installation } = useViewer();
  return (
    <header className="top-bar">
      <span className="top-name">
        <b>{say(WORDS.product)}</b>
        {installation.name}
      </span>
      {installation.isDemo && <span className="top-demo">{say(WORDS.demo)}</span>}
      <button type="button" className="top-search" onClick={openPalette}>
        <SearchIcon />
        <span>{say(WORDS.search)}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Connection />
      <Clock />
      <Contributions at="shell.duty" />
      <Contributions at="shell.top" />
      <HatChooser />
      <Look />
    </header>
  );
}

/** The server's clock, in Beijing time. */
function Clock() {
  const say = useSay();
  const { year, month, day, hour, minute, second, weekday } = localTime(useNow());
  return (
    <span className="top-clock" title={`${year}-${two(month)}-${two(day)}`}>
      <b>
        {two(hour)}:{two(minute)}:{two(second)}
      </b>
      <span>{say(WEEKDAYS[weekday] ?? { zh: '', en: '' })}</span>
    </span>
  );
}

function Connection() {
  const say = useSay();
  const { state, asOf } = useLink();
  return (
    <span role="status" className="top-link">
      {state === 'lost' && (
        <span className="stale-note">{say(WORDS.lost, { at: showTime(new Date(asOf), serverNow()) })}</span>
      )}
      {state === 'polling' && <span className="stale-note">{say(WORDS.polling)}</span>}
    </span>
  );
}

function Look() {
  const say = useSay();
  const theme = useTheme();
  const language = useLanguage();
  return (
    <MenuButton
      name={say(WORDS.look)}
      className="top-button"
      label={<span aria-hidden="true">◐</span>}
      items={[
        { key: 'light', label: say(WORDS.light), isChosen: theme === 'light', act: () => setTheme('light') },
        { key: 'dark', label: say(WORDS.dark), isChosen: theme === 'dark', act: () => setTheme('dark') },
        { key: 'zh', label: '中文', isChosen: language === 'zh', act: () => setLanguage('zh') },
        { key: 'en', label: 'English', isChosen: language === 'en', act: () => setLanguage('en') },
      ]}
    />
  );
}
