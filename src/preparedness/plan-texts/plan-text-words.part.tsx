import type { OutputOf } from '../../foundation/api/web.ts';
import type { record } from './plan-texts.views.ts';

export type PlanTextRecord = typeof record;
export type PlanText = OutputOf<PlanTextRecord>;
export type TextClause = PlanText['clauses'][number];

/** How a clause is called in one line. */
export const clauseTitle = ({ number, heading, body }: Pick<TextClause, 'number' | 'heading' | 'body'>): string =>
  [number, heading || (body.length > 40 ? `${body.slice(0, 40)}…` : body)].filter(Boolean).join(' ');
