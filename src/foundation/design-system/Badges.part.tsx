import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Mark } from '../registers/define.ts';
import { CheckIcon, ShapeIcon } from './icons.tsx';
import { useSay } from './language.ts';

/*
 * Four scales that look alike on paper and are never merged: an incident's grade is bars, a response level a numeral in a
 * frame, a warning a block of its colour, a risk a round mark of its colour. Each has its word.
 */

export type IncidentGrade = 'extraordinary' | 'major' | 'large' | 'general';
export type ResponseLevel = 'I' | 'II' | 'III' | 'IV';
export type WarningColour = 'red' | 'orange' | 'yellow' | 'blue';
export type RiskGrade = 'major' | 'considerable' | 'general' | 'low';

const GRADES: Readonly<Record<IncidentGrade, Phrase & { step: number }>> = {
  extraordinary: { zh: '特别重大', en: 'Extraordinary', step: 4 },
  major: { zh: '重大', en: 'Major', step: 3 },
  large: { zh: '较大', en: 'Large', step: 2 },
  general: { zh: '一般', en: 'General', step: 1 },
};
const NO_GRADE: Phrase = { zh: '未定级', en: 'Not graded' };

const BARS = [1, 2, 3, 4] as const;

/** Grade of an incident (特别重大…一般); null = not yet judged. */
export function GradeBadge({ grade }: { grade: IncidentGrade | null | undefined }) {
  const say = useSay();
  if (!grade) return <span className="badge badge-none">{say(NO_GRADE)}</span>;
  const { step } = GRADES[grade];
  return (
    <span className="badge badge-grade">
      <span className="grade-bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} className={bar <= step ? 'is-on' : ''} />
        ))}
      </span>
      {say(GRADES[grade])}
    </span>
  );
}

const LEVELS: Readonly<Record<ResponseLevel, Phrase & { numeral: string }>> = {
  I: { zh: '一级响应', en: 'Level I response', numeral: 'Ⅰ' },
  II: { zh: '二级响应', en: 'Level II response', numeral: 'Ⅱ' },
  III: { zh: '三级响应', en: 'Level III response', numeral: 'Ⅲ' },
  IV: { zh: '四级响应', en: 'Level IV response', numeral: 'Ⅳ' },
};

/** Level of an emergency response (一级…四级); nothing is drawn when none is active. */
export function LevelBadge({ level, of }: { level: ResponseLevel | null | undefined; of?: Phrase }) {
  const say = useSay();
  if (!level) return null;
  return (
    <span className="badge badge-level">
      <b aria-hidden="true">{LEVELS[level].numeral}</b>
      {of ? `${say(of)} ` : ''}
      {say(LEVELS[level])}
    </span>
  );
}

const WARNINGS: Readonly<Record<WarningColour, Phrase & { step: 1 | 2 | 3 | 4 }>> = {
  red: { zh: '红色预警', en: 'Red warning', step: 1 },
  orange: { zh: '橙色预警', en: 'Orange warning', step: 2 },
  yellow: { zh: '黄色预警', en: 'Yellow warning', step: 3 },
  blue: { zh: '蓝色预警', en: 'Blue warning', step: 4 },
};

/** A warning's colour, always with its word and shape. `of` says what is warned of: 暴雨. */
export function WarningBadge({ colour, of }: { colour: WarningColour; of?: Phrase }) {
  const say = useSay();
  return (
    <span className={`badge badge-warning colour-${colour}`}>
      <b aria-hidden="true">
        <ShapeIcon step={WARNINGS[colour].step} />
      </b>
      {of ? `${say(of)} ` : ''}
      {say(WARNINGS[colour])}
    </span>
  );
}

const RISKS: Readonly<Record<RiskGrade, Phrase & { step: 1 | 2 | 3 | 4; colour: WarningColour }>> = {
  major: { zh: '重大风险', en: 'Major risk', step: 1, colour: 'red' },
  considerable: { zh: '较大风险', en: 'Considerable risk', step: 2, colour: 'orange' },
  general: { zh: '一般风险', en: 'General risk', step: 3, colour: 'yellow' },
  low: { zh: '低风险', en: 'Low risk', step: 4, colour: 'blue' },
};

export function RiskBadge({ risk }: { risk: RiskGrade }) {
  const say = useSay();
  return (
    <span className={`badge badge-risk colour-${RISKS[risk].colour}`}>
      <b aria-hidden="true">
        <ShapeIcon step={RISKS[risk].step} />
      </b>
      {say(RISKS[risk])}
    </span>
  );
}

/** `done` gets a check mark, `waiting` a dashed frame; progress has no traffic lights. */
export function StateBadge({
  label,
  tone = 'active',
}: {
  label: Phrase;
  tone?: 'waiting' | 'active' | 'done' | 'ended';
}) {
  const say = useSay();
  return (
    <span className={`badge badge-state state-${tone}`}>
      {tone === 'done' && <CheckIcon />}
      {say(label)}
    </span>
  );
}

/** A quiet word in a frame: a kind, a source, a count. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="badge badge-none">{children}</span>;
}

const URGENCIES = {
  extra_urgent: { zh: '特急', en: 'Extra urgent' },
  urgent: { zh: '紧急', en: 'Urgent' },
} as const satisfies Record<string, Phrase>;

/** How urgent it is, by word and colour; what is normal says nothing. */
export function UrgencyTag({ urgency }: { urgency: 'extra_urgent' | 'urgent' | 'normal' }) {
  const say = useSay();
  if (urgency === 'normal') return null;
  return <span className={`badge badge-none urgency-${urgency}`}>{say(URGENCIES[urgency])}</span>;
}

const MARKS: Readonly<Record<Exclude<Mark, 'real'>, Phrase>> = {
  drill: { zh: '【演练】', en: '[DRILL]' },
  test: { zh: '【测试】', en: '[TEST]' },
};

/** Before every title of a drill or test; nothing for what is real. */
export function MarkBadge({ mark }: { mark: Mark }) {
  const say = useSay();
  if (mark === 'real') return null;
  return <strong className="mark">{say(MARKS[mark])}</strong>;
}

/** The striped band over a whole page of a drill or test. */
export function MarkBand({ mark }: { mark: Mark }) {
  const say = useSay();
  if (mark === 'real') return null;
  return (
    <div className="mark-band" role="note">
      <span>{say(MARKS[mark])}</span>
    </div>
  );
}
