import { cpus, loadavg, totalmem } from 'node:os';

export const say = (line: string) => process.stdout.write(`${line}\n`);

/** What the figures were taken on; without it they say nothing. */
export function describeMachine(): void {
  const [first] = cpus();
  say(
    `machine  ${first?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
}

export const load = () => loadavg()[0]?.toFixed(2) ?? '?';

/** The value below which this share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The goal: at most, or at least. Figures of the embedded database stand beside and are judged by nobody. */
  readonly most?: number;
  readonly least?: number;
}

const shown = (value: number) => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0));

/** One line per figure with its goal; true when all are reached. */
export function report(figures: readonly Figure[]): boolean {
  let isReached = true;
  for (const { what, value, unit, most, least } of figures) {
    const goal = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '';
    const isMet = (most === undefined || value <= most) && (least === undefined || value >= least);
    isReached &&= isMet;
    say(
      `  ${what.padEnd(62)} ${shown(value).padStart(9)} ${unit.padEnd(6)} ${goal.padEnd(9)} ${goal ? (isMet ? 'ok' : 'MISSED') : ''}`,
    );
  }
  return isReached;
}
