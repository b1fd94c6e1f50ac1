import { useEffect, useState } from 'react';
import { officialTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { serverNow, useView } from '../../api/web.ts';
import { Button, ChoiceField, Go, InstantField, useSay, useSearch } from '../../design-system/web.ts';
import type { times } from './history.views.ts';
import {
  firstStep,
  indexOf,
  momentFrom,
  momentText,
  STEP_LABELS,
  type Step,
  stepFrom,
  stepsBetween,
  stepsFor,
  stopAt,
} from './moment.rules.ts';
import './history.css';

const WORDS = {
  bar: { zh: '时间', en: 'Time' },
  past: { zh: '正在查看历史状态：{at}', en: 'You look at the past: {at}' },
  rights: {
    zh: '按系统记录还原，按现在的权限显示；影像和外部服务不随时间变化',
    en: 'Rebuilt from what was recorded, shown by the rights of now; pictures and outside services do not follow',
  },
  assumed: {
    zh: '{layer}有 {count} 条当时情况没有记录，按此后最早已知的状态显示',
    en: '{layer}: of {count} the state then is not on record; the earliest known one is shown',
  },
  slide: { zh: '时刻', en: 'Moment' },
  step: { zh: '步长', en: 'Step' },
  play: { zh: '播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  typed: { zh: '日期和时间', en: 'Date and time' },
  back: { zh: '回到现在', en: 'Back to now' },
  compare: { zh: '两期对比', en: 'Compare two moments' },
} as const satisfies Record<string, Phrase>;

/** So long a moment stays while it is played: tiles come meanwhile. */
const FRAME_MS = 900;

/** Below the map: the moment that is looked at, from the first record of what is on until now; dragged, stepped, played or typed. */
export function TimeBar({ on, moment }: { on: readonly string[]; moment: Date }) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const told = useView<typeof times>(
    'mapLayers.times',
    { ids: on.join(','), moment: moment.toISOString() },
    { keepsPrevious: true },
  ).data;
  const now = serverNow();
  const first = told?.first ? new Date(told.first) : stepFrom(now, 'day');
  const offered = stepsFor(first, now);
  const [wanted, setStep] = useState<Step>();
  const step = wanted && offered.includes(wanted) ? wanted : firstStep(first, now);
  const last = stepsBetween(first, now, step);
  const [isPlaying, setPlaying] = useState(false);
  const show = (next: Date) => setSearch({ moment: momentText(next < now ? next : now) });
  const index = Math.min(last, indexOf(first, step, moment));

  // biome-ignore lint/correctness/useExhaustiveDependencies: each moment sets the time of the next
  useEffect(() => {
    if (!isPlaying) return;
    if (index >= last) return setPlaying(false);
    const timer = setTimeout(() => show(stopAt(first, step, index + 1)), FRAME_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, index, step, last]);

  const words = officialTime(moment);
  return (
    <section className="time-bar" aria-label={say(WORDS.bar)}>
      <p className="time-bar-past" role="status">
        <strong>{say(WORDS.past, { at: words })}</strong>{' '}
        <span className="soft">
          {say(WORDS.rights)}
          {(told?.assumed ?? []).map(({ id, label, count }) => (
            <span key={id}> · {say(WORDS.assumed, { layer: say(label), count: `${count}` })}</span>
          ))}
        </span>
      </p>
      <div className="time-bar-tools">
        <Button
          onClick={() => {
            if (!isPlaying && index >= last) show(stopAt(first, step, 0));
            setPlaying(!isPlaying);
          }}
        >
          {say(isPlaying ? WORDS.pause : WORDS.play)}
        </Button>
        <input
          type="range"
          min={0}
          max={Math.max(1, last)}
          value={index}
          aria-label={say(WORDS.slide)}
          aria-valuetext={words}
          onChange={({ target }) => {
            setPlaying(false);
            show(stopAt(first, step, Number(target.value)));
          }}
        />
        <ChoiceField
          label={WORDS.step}
          name="step"
          value={step}
          onChange={setStep}
          choices={offered.map((one) => ({ value: one, label: STEP_LABELS[one] }))}
        />
        <InstantField
          label={WORDS.typed}
          name="moment"
          isPast
          value={moment.toISOString()}
          onChange={(text) => {
            const next = momentFrom(text);
            setPlaying(false);
            if (next) show(next);
          }}
        />
        <Button onClick={() => setSearch({ moment: undefined })}>{say(WORDS.back)}</Button>
        <Go className="button" to={compareAddress(search, moment, now)}>
          {say(WORDS.compare)}
        </Go>
      </div>
    </section>
  );
}

/** The moment that is looked at beside now. */
function compareAddress(search: Readonly<Record<string, string>>, moment: Date, now: Date): string {
  const { on, at, within } = search;
  const kept = { ...(on ? { on } : {}), ...(at ? { at } : {}), ...(within ? { within } : {}) };
  return `/map/compare?${new URLSearchParams({ ...kept, from: momentText(moment), until: momentText(now) })}`;
}
