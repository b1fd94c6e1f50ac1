import type { OutputOf } from '../../foundation/api/web.ts';
import { StateBadge, Time, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { EXPERT_FIELDS } from '../../preparedness/experts/expert.register.ts';
import { TEAM_SPECIALITIES } from '../../preparedness/teams/team.register.ts';
import { VEHICLE_KINDS } from '../../preparedness/vehicles/vehicle.register.ts';
import { supportDispatchLifecycle, supportRequestLifecycle } from './support.lifecycle.ts';
import type { list } from './support.views.ts';
import { supportDispatch } from './support-dispatch.register.ts';

export type SupportRequest = OutputOf<typeof list>['items'][number];
export type SentSupport = SupportRequest['sent'][number];

const TONES = {
  requested: 'waiting',
  approved: 'waiting',
  dispatched: 'active',
  arrived: 'active',
  closed: 'done',
  rejected: 'ended',
  withdrawn: 'ended',
} as const;
const SENT_TONES = {
  dispatched: 'waiting',
  en_route: 'active',
  on_site: 'active',
  returning: 'active',
  returned: 'done',
  recalled: 'ended',
} as const;

export const RequestState = ({ of }: { of: SupportRequest }) => (
  <StateBadge label={supportRequestLifecycle.states[of.state]} tone={TONES[of.state]} />
);
export const SentState = ({ of }: { of: SentSupport }) => (
  <StateBadge label={supportDispatchLifecycle.states[of.state]} tone={SENT_TONES[of.state]} />
);

export const STEP_LABELS = {
  depart: supportDispatchLifecycle.transitions.depart.label,
  arrive: supportDispatchLifecycle.transitions.arrive.label,
  leave: supportDispatchLifecycle.transitions.leave.label,
  return: supportDispatchLifecycle.transitions.return.label,
  recall: supportDispatchLifecycle.transitions.recall.label,
} as const;

/** What was asked for more exactly than in words: a speciality, a kind, an item and how much of it. */
export function useNeeded(): (of: SupportRequest) => string {
  const say = useSay();
  return (of) =>
    [
      of.speciality && say(labelOf(TEAM_SPECIALITIES, of.speciality)),
      of.vehicleKind && say(labelOf(VEHICLE_KINDS, of.vehicleKind)),
      of.expertField && say(labelOf(EXPERT_FIELDS, of.expertField)),
      of.supplyName,
      of.quantity !== null && `${of.quantity}${of.measure ?? (of.supportKind === 'vehicle' ? '' : say(PEOPLE))}`,
    ]
      .filter(Boolean)
      .join(' ');
}
const PEOPLE: Phrase = { zh: '人', en: ' people' };

const { fields } = supportDispatch;
const WAY: Phrase = { zh: '{km} 公里 {minutes} 分钟', en: '{km} km, {minutes} min' };

/** Kilometres and minutes of a way; straight ones say so. */
export function useWay(): (of: { wayMetres: number | null; minutes: number | null; isByRoad: boolean }) => string {
  const say = useSay();
  return ({ wayMetres, minutes, isByRoad }) =>
    wayMetres === null || minutes === null
      ? ''
      : say(WAY, { km: (wayMetres / 1000).toFixed(1), minutes }) + (isByRoad ? '' : say(STRAIGHT));
}
const STRAIGHT: Phrase = { zh: '（估算）', en: ' (estimated)' };

/** The moments of what was sent, as far as they have come. */
export function SentMoments({ of }: { of: SentSupport }) {
  const say = useSay();
  const moments = [
    [fields.dispatchedAt.label, of.dispatchedAt],
    [fields.departedAt.label, of.departedAt],
    [fields.expectedAt.label, of.arrivedAt ? null : of.expectedAt],
    [fields.arrivedAt.label, of.arrivedAt],
    [fields.leftAt.label, of.leftAt],
    [fields.returnedAt.label, of.returnedAt],
  ] as const;
  return (
    <span className="row soft">
      {moments.map(
        ([label, at]) =>
          at && (
            <span key={label.zh}>
              {say(label)} <Time at={at} />
            </span>
          ),
      )}
    </span>
  );
}
