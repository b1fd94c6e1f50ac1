import type { Phrase } from '../../kernel/phrases.ts';
import { useSay } from '../design-system/web.ts';

interface Point {
  readonly from: string;
  readonly value: number | null;
}

const WORDS = {
  course: { zh: '走势：{values}', en: 'Course: {values}' },
  none: { zh: '无', en: 'none' },
  target: { zh: '目标', en: 'target' },
} as const satisfies Record<string, Phrase>;

/** A figure to two places at most. */
export const figureText = (value: number | null) => (value === null ? '—' : String(Math.round(value * 100) / 100));

/** A line through the last periods with the target across it; a period without a value leaves a gap. Read out as figures. */
export function Trend({
  points,
  target,
  isLarge = false,
}: {
  points: readonly Point[];
  target: number;
  isLarge?: boolean;
}) {
  const say = useSay();
  const [width, height, edge] = isLarge ? [640, 180, 28] : [120, 24, 3];
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(target, ...values), Math.max(target, ...values)];
  const across = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, points.length - 1);
  const up = (value: number) => height - edge - ((value - low) * (height - 2 * edge)) / (high - low || 1);
  const path = points
    .map(({ value }, index) =>
      value === null
        ? ''
        : `${index > 0 && points[index - 1]?.value !== null ? 'L' : 'M'}${across(index)} ${up(value)}`,
    )
    .join('');
  const spoken = points.map(({ value }) => (value === null ? say(WORDS.none) : figureText(value))).join(', ');
  return (
    <svg
      className={isLarge ? 'trend is-large' : 'trend'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say(WORDS.course, { values: spoken })}
    >
      <line className="trend-target" x1={edge} x2={width - edge} y1={up(target)} y2={up(target)} />
      <path className="trend-line" d={path} />
      {points.map(
        ({ from, value }, index) =>
          value !== null && (
            <circle key={from} className="trend-point" cx={across(index)} cy={up(value)} r={isLarge ? 3.5 : 1.8} />
          ),
      )}
      {isLarge && (
        <>
          <text x={width - edge} y={up(target) - 5} textAnchor="end">
            {say(WORDS.target)} {figureText(target)}
          </text>
          {points.map(({ from }, index) => (
            <text key={from} x={across(index)} y={height - 6} textAnchor="middle">
              {index % 2 === 1 || points.length < 7 ? from.slice(2, 10) : ''}
            </text>
          ))}
        </>
      )}
    </svg>
  );
}
