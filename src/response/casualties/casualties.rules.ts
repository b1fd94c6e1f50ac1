import type { CONDITIONS } from './casualty.register.ts';

/** Figures of an incident, as its columns are called. */
export type Figure = 'deaths' | 'missing' | 'seriousInjuries' | 'minorInjuries' | 'trapped';
type Condition = (typeof CONDITIONS)[number]['id'];

/** Which figure of the incident a condition counts for; whoever is safe counts for none. */
export const FIGURE_OF: Readonly<Record<Exclude<Condition, 'safe'>, Figure>> = {
  dead: 'deaths',
  missing: 'missing',
  seriously_injured: 'seriousInjuries',
  slightly_injured: 'minorInjuries',
  trapped: 'trapped',
};

export interface Reconciled {
  readonly figure: Figure;
  readonly listed: number;
  /** Null is 不详. */
  readonly released: number | null;
  readonly isEqual: boolean;
}

/** The named list beside the released figures: where they differ somebody is missing, counted twice, or not told yet. */
export function reconcile(
  counts: Readonly<Record<string, number>>,
  released: Readonly<Record<Figure, number | null>>,
): Reconciled[] {
  return Object.entries(FIGURE_OF).map(([condition, figure]) => {
    const listed = counts[condition] ?? 0;
    return { figure, listed, released: released[figure], isEqual: listed === (released[figure] ?? 0) };
  });
}
