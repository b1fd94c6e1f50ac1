import { Component, type ReactNode, useEffect } from 'react';
import { type OutputOf, serverNow, useLink, useView } from '../../foundation/api/web.ts';
import {
  Refusal,
  type Say,
  Skeleton,
  setLanguage,
  setTheme,
  useNow,
  usePageTitle,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import { localTime, showTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { situation } from '../situation/index.ts';
import { useFreshPage, useLastingPicture } from './lasting-page.part.tsx';
import { useRotation } from './rotation.part.tsx';
import { WallClocks } from './WallClocks.part.tsx';
import { WallFigures } from './WallFigures.part.tsx';
import { WallMap } from './WallMap.part.tsx';
import { WallWrongs } from './WallWrongs.part.tsx';
import type { programme } from './wall-displays.views.ts';
import { isNight } from './wall-scene.rules.ts';
import './wall.css';

type Programme = OutputOf<typeof programme>;
export type WallSituation = OutputOf<typeof situation>;

const WORDS = {
  fresh: { zh: '数据截至 {at}', en: 'As of {at}' },
  lost: {
    zh: '与服务器的连接已中断：以下为 {at} 的数据，正在重连',
    en: 'The server is not reached: this is of {at}; reconnecting',
  },
  scene: { zh: '画面 {turn}/{all}', en: 'View {turn}/{all}' },
  whole: { zh: '全区态势', en: 'The whole district' },
} as const satisfies Record<string, Phrase>;

/** So often figures that no stream may tell the wall of are asked again. */
const ASK_AGAIN_MS = 20_000;

/** 大屏: four regions that stay where they are — map, what is wrong, clocks, numbers. The map's picture changes by script; nothing is pressed. */
export default function WallScreen() {
  const { id = '' } = useParams();
  const shown = useView<typeof programme>('wallDisplays.programme', { id });
  if (shown.problem) return <Refusal problem={shown.problem} />;
  if (!shown.data) return <Skeleton rows={4} />;
  return (
    <Lasting>
      <Board programme={shown.data} />
    </Lasting>
  );
}

function Board({ programme }: { programme: Programme }) {
  const say = useSay();
  const { installation } = useViewer();
  usePageTitle(programme.name, 'real');
  useLook(programme);
  useLastingPicture();
  useFreshPage();
  const view = useView<typeof situation>(
    'command.situation',
    {},
    { topics: ['assignment', 'intake', 'incident', 'clock'] },
  );
  const { refresh } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; asking is the same work each time
  useEffect(() => {
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const incidents = view.data?.incidents ?? [];
  const placed = incidents.filter(({ place }) => place);
  const { frame, turn, all } = useRotation(programme.scenes, placed, say(WORDS.whole));
  const { state } = useLink();
  const isLost = view.isOffline || state === 'lost';
  return (
    <main className={isLost ? 'wall is-lost' : 'wall'}>
      <header className="wall-head">
        <h1 tabIndex={-1}>
          {installation.name}
          <span className="wall-scene">{headingOf(frame, incidents)}</span>
        </h1>
        <p className="wall-turn">{all > 1 && say(WORDS.scene, { turn, all })}</p>
        <p className="wall-fresh" role="status">
          {view.asOf && say(isLost ? WORDS.lost : WORDS.fresh, { at: exactly(byServer(view.asOf), isLost) })}
        </p>
        <Time />
      </header>
      <WallMap frame={frame} situation={view.data} />
      {view.data ? (
        <>
          <WallWrongs situation={view.data} />
          <WallClocks needs={view.data.needs} />
          <WallFigures situation={view.data} />
        </>
      ) : (
        <Skeleton rows={6} />
      )}
    </main>
  );
}

const headingOf = ({ scene, incidentId }: ReturnType<typeof useRotation>['frame'], all: WallSituation['incidents']) =>
  all.find(({ id }) => id === incidentId)?.title ?? scene.title;

const two = (value: number) => String(value).padStart(2, '0');

/** An instant of this machine by the server's clock, which the wall shows beside it. */
const byServer = (at: Date) => new Date(at.getTime() + serverNow().getTime() - Date.now());

/** To the second while it runs; with its day when the connection has been gone for long. */
function exactly(at: Date, isLost: boolean): string {
  if (isLost) return showTime(at, serverNow());
  const { hour, minute, second } = localTime(at);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

function Time() {
  const say: Say = useSay();
  const { year, month, day, hour, minute, second, weekday } = localTime(useNow());
  const days: readonly Phrase[] = [
    { zh: '星期日', en: 'Sunday' },
    { zh: '星期一', en: 'Monday' },
    { zh: '星期二', en: 'Tuesday' },
    { zh: '星期三', en: 'Wednesday' },
    { zh: '星期四', en: 'Thursday' },
    { zh: '星期五', en: 'Friday' },
    { zh: '星期六', en: 'Saturday' },
  ];
  return (
    <p className="wall-time">
      <b>
        {two(hour)}:{two(minute)}:{two(second)}
      </b>{' '}
      {year}-{two(month)}-{two(day)} {say(days[weekday] ?? { zh: '', en: '' })}
    </p>
  );
}

/** As the display says: the machine's own choice of colours and words counts for nothing. */
function useLook({ look, language }: { look: 'night' | 'light' | 'dark'; language: 'zh' | 'en' }): void {
  const { hour } = localTime(useNow());
  const isDark = look === 'dark' || (look === 'night' && isNight(hour));
  const isWall = useViewer().hats.every(({ role }) => role === 'wall');
  useEffect(() => {
    // Whoever looks at it from a desk keeps their own look.
    if (!isWall) return;
    setTheme(isDark ? 'dark' : 'light');
    setLanguage(language);
  }, [isDark, language, isWall]);
}

const AFTER_MS = 15_000;

/** A picture that failed begins anew by itself: nobody sits at the wall to press. */
class Lasting extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override componentDidCatch() {
    setTimeout(() => location.reload(), AFTER_MS);
  }
  override render() {
    return this.state.hasFailed ? <Skeleton rows={4} /> : this.props.children;
  }
}
