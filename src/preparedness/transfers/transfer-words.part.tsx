import type { OutputOf } from '../../foundation/api/web.ts';
import { StateBadge, Tag, useSay } from '../../foundation/design-system/web.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import type { list, record } from './transfers.views.ts';

export type Row = OutputOf<typeof list>['items'][number];
export type Transfer = OutputOf<typeof record>;
export type Line = Transfer['lineList'][number];

export const STATES = transferLifecycle.states;
type State = keyof typeof STATES;

const TONES: Readonly<Record<State, 'waiting' | 'active' | 'done' | 'ended'>> = {
  draft: 'waiting',
  submitted: 'waiting',
  approved: 'active',
  picking: 'active',
  dispatched: 'active',
  received: 'done',
  closed: 'ended',
  rejected: 'ended',
  cancelled: 'ended',
};

const WORDS = {
  urgent: { zh: '紧急', en: 'Urgent' },
  paper: { zh: '手续待补', en: 'Paper owed' },
  difference: { zh: '差异待核定', en: 'Difference to settle' },
} as const;

/** State, and what is owed beside it. */
export function TransferState({
  row,
}: {
  row: Pick<Row, 'state' | 'isUrgent' | 'isPaperOwed' | 'hasDifference' | 'isSettled'>;
}) {
  const say = useSay();
  const state = row.state as State;
  return (
    <span className="row">
      <StateBadge label={STATES[state]} tone={TONES[state]} />
      {row.isUrgent && <Tag>{say(WORDS.urgent)}</Tag>}
      {row.isPaperOwed && <Tag>{say(WORDS.paper)}</Tag>}
      {row.hasDifference && !row.isSettled && <Tag>{say(WORDS.difference)}</Tag>}
    </span>
  );
}

/** Where it goes: a warehouse, a site, or both. */
export const destinationOf = (row: Pick<Row, 'toName' | 'destination'>) =>
  [row.toName, row.destination].filter(Boolean).join('，');
