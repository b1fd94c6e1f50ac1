import { NumberField, useSay } from '../../foundation/design-system/web.ts';
import type { Figures } from './draft.part.tsx';
import { CASUALTY_LABELS_OF, type Figure } from './reading/casualties.rules.ts';
import './intake.css';

const UNKNOWN = { zh: '不详', en: 'unknown' };
const LEGEND = { zh: '伤亡情况（空着为不详）', en: 'Casualties (empty means unknown)' };
const NAMES = Object.keys(CASUALTY_LABELS_OF) as Figure[];

/** Five figures to type; an empty one is 不详, which is not the same as none. */
export function CasualtyFields({ value, onChange }: { value: Figures; onChange: (changes: Partial<Figures>) => void }) {
  const say = useSay();
  return (
    <fieldset className="casualty-fields">
      <legend>{say(LEGEND)}</legend>
      {NAMES.map((name) => (
        <NumberField
          key={name}
          label={CASUALTY_LABELS_OF[name]}
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
          {say(CASUALTY_LABELS_OF[name])}{' '}
          <b className={of[name] === null ? 'is-unknown' : ''}>{of[name] ?? say(UNKNOWN)}</b>
        </span>
      ))}
    </span>
  );
}
