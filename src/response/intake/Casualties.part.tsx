import { NumberField, useSay } from '../../foundation/design-system/web.ts';
import type { Figure, Figures } from './draft.part.tsx';
import './intake.css';

const LABELS = {
  deaths: { zh: '死亡', en: 'Dead' },
  missing: { zh: '失踪', en: 'Missing' },
  seriousInjuries: { zh: '重伤', en: 'Seriously injured' },
  minorInjuries: { zh: '轻伤', en: 'Slightly injured' },
  trapped: { zh: '被困', en: 'Trapped' },
} as const satisfies Record<Figure, { zh: string; en: string }>;

const UNKNOWN = { zh: '不详', en: 'unknown' };
const LEGEND = { zh: '伤亡情况（空着为不详）', en: 'Casualties (empty means unknown)' };
const NAMES = Object.keys(LABELS) as Figure[];

/** Five figures to type; an empty one is 不详, which is not the same as none. */
export function CasualtyFields({ value, onChange }: { value: Figures; onChange: (changes: Partial<Figures>) => void }) {
  const say = useSay();
  return (
    <fieldset className="casualty-fields">
      <legend>{say(LEGEND)}</legend>
      {NAMES.map((name) => (
        <NumberField
          key={name}
          label={LABELS[name]}
          name={name}
          value={value[name]}
          max={100_000}
          onChange={(figure) => onChange({ [name]: figure })}
        />
      ))}
    </fieldset>
  );
}

/** 「死亡 0 失踪 不详 …」 in one line. */
export function Casualties({ of }: { of: Figures }) {
  const say = useSay();
  return (
    <span className="casualties">
      {NAMES.map((name) => (
        <span key={name}>
          {say(LABELS[name])} <b className={of[name] === null ? 'is-unknown' : ''}>{of[name] ?? say(UNKNOWN)}</b>
        </span>
      ))}
    </span>
  );
}
