import { useEffect, useState } from 'react';
import type { InputOf } from '../../foundation/api/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { IncidentKindId } from '../../foundation/incident-kinds/define.ts';
import { byClause } from '../plans/define.ts';
import type { Adopt, Plan } from '../plans/web.ts';
import { changesOf, isChanged, type PlanDraft } from './plan-draft.rules.ts';

/** A plan that is written from nothing. */
export const EMPTY: PlanDraft = {
  name: '',
  key: '',
  type: '',
  incidentKind: '',
  endConditions: [],
  seats: [],
  groups: [],
  levels: [],
  actions: [],
};

export const draftOf = ({
  name,
  key,
  type,
  incidentKind,
  endConditions,
  seats,
  groups,
  levels,
  actions,
}: Plan): PlanDraft => ({
  name,
  key,
  type,
  incidentKind: incidentKind as IncidentKindId,
  endConditions,
  seats,
  groups,
  levels,
  actions,
});

/** A complete draft as the command takes it. */
export function inputOf(
  { levels, actions, seats, groups, endConditions, ...head }: PlanDraft,
  textId: string | undefined,
): InputOf<Adopt> {
  type Given = InputOf<Adopt>;
  const given = new Set<string>(levels.map(({ level }) => level));
  return {
    ...(head as Pick<Given, 'name' | 'key' | 'type' | 'incidentKind'>),
    ...(textId ? { textId } : {}),
    endConditions: endConditions.map((one) => one.trim()).filter(Boolean),
    seats: seats.map(({ name, unitId, role }) => ({
      name,
      unitId: unitId ?? '',
      role: role as NonNullable<Given['seats']>[number]['role'],
    })),
    groups: groups.map(({ name, duties, leadUnitId, members }) => ({
      name,
      duties,
      leadUnitId: leadUnitId ?? '',
      memberUnitIds: members.map(({ id }) => id),
    })),
    levels: levels.map((level) => ({ ...level, expectedHours: level.expectedHours ?? 1 })),
    actions: actions.map(({ id: _, unitName: __, postName: ___, unitId, postId, ...action }) => ({
      ...action,
      role: action.role as Given['actions'][number]['role'],
      offsetMinutes: action.offsetMinutes ?? 0,
      resources: [...action.resources],
      levels: action.levels.filter((level) => given.has(level)) as PlanDraft['levels'][number]['level'][],
      ...(action.unitRule === 'named' && unitId ? { unitId, ...(postId ? { postId } : {}) } : {}),
    })),
  };
}

function keptDraft(key: string): PlanDraft | undefined {
  const kept = localStorage.getItem(key);
  if (!kept) return undefined;
  try {
    // A draft that an older release kept lacks what was not asked then.
    return { ...EMPTY, ...(JSON.parse(kept) as PlanDraft) };
  } catch {
    // Cut off in the middle of writing: worth less than a page that opens.
    localStorage.removeItem(key);
    return undefined;
  }
}

/** The next edition as somebody writes it, over days if need be: kept on this machine until it is adopted or given up. */
export function usePlanDraft(id: string, base: PlanDraft, start = base) {
  const key = `fengsui.plans.draft.${useViewer().person.id}.${id}`;
  const [draft, setDraft] = useState<PlanDraft>(() => keptDraft(key) ?? start);
  const changes = changesOf(base, draft);
  const isWorthKeeping = isChanged(changes);
  useEffect(() => {
    if (isWorthKeeping) localStorage.setItem(key, JSON.stringify(draft));
  }, [draft, isWorthKeeping, key]);
  return {
    draft,
    changes,
    set: (change: Partial<PlanDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...change };
        return { ...next, actions: next.actions.toSorted(byClause) };
      }),
    /** Adopted or given up: nothing of it stays on this machine. */
    forget: () => localStorage.removeItem(key),
  };
}
