import type { ResponseLevel } from '../foundation/incident-kinds/define.ts';
import type { Evidence } from '../foundation/orders/define.ts';
import type { DemoPlanAction } from './gas-plan-actions.ts';

/** A unit with the role that answers for it, or the office of the street where it happened. */
export type To = readonly [unitKey: string, role: DemoPlanAction['role']] | 'street';

/** Clause, title, words, group, minutes after T0, the lowest level that asks for it, who, with what. */
export type PlanLine = readonly [
  clause: string,
  title: string,
  content: string,
  groupName: string,
  offsetMinutes: number,
  from: ResponseLevel,
  to: To,
  resources?: readonly string[],
];

export const COORDINATION = '综合协调组';
export const officer = (unitKey: string): To => [unitKey, 'department_officer'];
export const contact = (unitKey: string): To => [unitKey, 'utility_contact'];
export const team = (unitKey: string): To => [unitKey, 'team_leader'];
export const DUTY_OFFICER: To = ['command-center', 'duty_officer'];
export const DUTY_LEADER: To = ['command-center', 'duty_leader'];

const LEVELS: readonly ResponseLevel[] = ['I', 'II', 'III', 'IV'];
/** Who goes out shows what is there; who reports from a desk writes it. */
const SEEN: Evidence = { photo: 1, text: 1 };
const TOLD: Evidence = { text: 1 };

/** Each level asks for what the one below it asks for, and more. */
export function actionOf([
  clause,
  title,
  content,
  groupName,
  offsetMinutes,
  from,
  to,
  resources = [],
]: PlanLine): DemoPlanAction {
  const words = {
    clause,
    title,
    content,
    groupName,
    offsetMinutes,
    priority: offsetMinutes <= 20 ? 'extra_urgent' : offsetMinutes <= 90 ? 'urgent' : 'normal',
    placeRule: groupName === COORDINATION ? 'command_center' : 'incident',
    resources,
    evidenceAsked: resources.length > 0 ? SEEN : TOLD,
    levels: LEVELS.slice(0, LEVELS.indexOf(from) + 1),
  } as const;
  return { ...words, ...givenTo(to) };
}

/** Whom an action is given to, as `plans.adopt` says it. */
export function givenTo(to: To) {
  if (to === 'street') return { unitRule: 'street_of_incident', role: 'street_officer' } as const;
  const [unitKey, role] = to;
  return { unitRule: 'named', unitKey, role } as const;
}
