import type { IncidentKindId } from '../../foundation/incident-kinds/define.ts';
import {
  type ActionWords,
  differencesOf,
  type GroupWords,
  type LevelWords,
  type PlanWords,
  type SeatWords,
} from '../plans/define.ts';

export type LevelDraft = LevelWords;
export type GroupDraft = GroupWords;
export type SeatDraft = SeatWords;

export interface ActionDraft extends ActionWords {
  /** Only to tell lines apart while they are edited. */
  readonly id: string;
}

/** The next edition of a plan while it is written. */
export interface PlanDraft extends PlanWords {
  readonly incidentKind: IncidentKindId | '';
  readonly actions: readonly ActionDraft[];
}

export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Response levels, seats and groups that are new, gone or worded differently. */
  readonly levels: readonly string[];
  readonly command: readonly string[];
  readonly isHeadChanged: boolean;
}

/** What a draft does to the edition it was begun on, field by field; a clause numbered anew is still the same action. */
export const draftDifferences = (before: PlanDraft, after: PlanDraft) => differencesOf(before, after, ({ id }) => id);

/** The same, by name only: what a person signs off with the new edition. */
export function changesOf(before: PlanDraft, after: PlanDraft): Changes {
  const differences = draftDifferences(before, after);
  const names = (part: string, change?: string) =>
    differences.filter((one) => one.part === part && (!change || one.change === change)).map(({ name }) => name);
  return {
    added: names('action', 'added'),
    changed: names('action', 'changed'),
    removed: names('action', 'removed'),
    levels: names('level'),
    command: [...names('seat'), ...names('group')],
    isHeadChanged: names('head').length > 0,
  };
}

export const isChanged = ({ added, changed, removed, levels, command, isHeadChanged }: Changes) =>
  isHeadChanged || [added, changed, removed, levels, command].some((list) => list.length > 0);
