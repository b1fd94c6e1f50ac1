import type { OutputOf } from '../../foundation/api/web.ts';
import { useSay } from '../../foundation/design-system/web.ts';
import type { ofSupply } from './lots.views.ts';
import { LOT_STANDINGS, type LotStanding, STOCK_LEVELS, type StockLevel } from './stock-limits.rules.ts';
import './stock.css';

export type Lot = OutputOf<typeof ofSupply>['lots'][number];

/*
 * How stock stands, by sign and word. The four colours belong to warnings and risks; a shelf has none of them: what cannot
 * wait is dark, what is to be watched is framed, what is well is quiet.
 */
const LEVEL_SIGNS: Readonly<Record<StockLevel, string>> = { critical: '⇊', low: '↓', over: '↑', normal: '' };
const STANDING_SIGNS: Readonly<Record<LotStanding, string>> = {
  expired: '×',
  locked: '⊘',
  urgent: '!!',
  expiring: '!',
  rotate: '↻',
  good: '',
};

export function LevelMark({ level }: { level: StockLevel | null }) {
  const say = useSay();
  if (level === null) return null;
  return <Mark kind={level} sign={LEVEL_SIGNS[level]} text={say(STOCK_LEVELS[level])} />;
}

export function StandingMark({ standing }: { standing: LotStanding }) {
  const say = useSay();
  return <Mark kind={standing} sign={STANDING_SIGNS[standing]} text={say(LOT_STANDINGS[standing])} />;
}

function Mark({ kind, sign, text }: { kind: string; sign: string; text: string }) {
  return (
    <span className={`stock-mark is-${kind}`}>
      {sign && <b aria-hidden="true">{sign}</b>}
      {text}
    </span>
  );
}

/** `12,800` or `640.5`; three places at most. */
export const figure = (quantity: number): string => quantity.toLocaleString('zh-CN', { maximumFractionDigits: 3 });

/** Yuan, without the fen. */
export const yuan = (value: number): string => `¥${Math.round(value).toLocaleString('zh-CN')}`;
