import type { OutputOf } from '../../foundation/api/web.ts';
import { StateBadge } from '../../foundation/design-system/web.ts';
import { stocktakeLifecycle } from './stocktake.lifecycle.ts';
import type { list, record } from './stocktakes.views.ts';

export type Row = OutputOf<typeof list>['items'][number];
export type Stocktake = OutputOf<typeof record>;
export type Line = Stocktake['lineList'][number];

export const STATES = stocktakeLifecycle.states;
type State = keyof typeof STATES;

const TONES: Readonly<Record<State, 'waiting' | 'active' | 'done' | 'ended'>> = {
  counting: 'active',
  submitted: 'waiting',
  approved: 'done',
  cancelled: 'ended',
};

export const StocktakeState = ({ state }: { state: string }) => (
  <StateBadge label={STATES[state as State]} tone={TONES[state as State]} />
);
