import { useEffect, useState } from 'react';
import type { InputOf } from '../../foundation/api/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { IncidentKindId } from '../../foundation/incident-kinds/define.ts';
import { byClause, changesOf, isChanged, type PlanDraft } from './plan-draft.rules.ts';
import type { Plan } from './plan-words.part.tsx';
import type { adopt } from './plans.commands.ts';

/** A plan that is written from nothing. */
export const EMPTY: PlanDraft = { name: '', key: '', type: '', incidentKind: '', levels: [], actions: [] };

export const draftOf = ({ name, key, type, incidentKind, levels, actions }: Plan): PlanDraft => ({
  name,
  key,
  type,
  incidentKind: incidentKind as IncidentKindId,
  levels,
  actions,
});

/** A complete draft as the command takes it. */
export function inputOf({ levels, actions, ...head }: PlanDraft): InputOf<typeof adopt> {
  const given = new Set<string>(levels.map(({ level }) => level));
  return {
    ...(head as Pick<InputOf<typeof adopt>, 'name' | 'key' | 'type' | 'incidentKind'>),
    levels: levels.map((level) => ({ ...level, expectedHours: level.expectedHours ?? 1 })),
    actions: actions.map(({ id: _, unitName: __, unitId, ...action }) => ({
      ...action,
      role: action.role as InputOf<typeof adopt>['actions'][number]['role'],
      offsetMinutes: action.offsetMinutes ?? 0,
      resources: [...action.resources],
      levels: action.levels.filter((level) => given.has(level)) as PlanDraft['levels'][number]['level'][],
      ...(action.unitRule === 'named' && unitId ? { unitId } : {}),
    })),
  };
}

function keptDraft(key: string): PlanDraft | undefined {
  const kept = localStorage.getItem(key);
  if (!kept) return undefined;
  try {
    return JSON.parse(kept) as PlanDraft;
  } catch {
    // Cut off in the middle of writing: worth less than a page that opens.
    localStorage.removeItem(key);
    return undefined;
  }
}

/** The next edition as somebody writes it, over days if need be: kept on this machine until it is adopted or given up. */
export function usePlanDraft(id: string, base: PlanDraft) {
  const key = `fengsui.plans.draft.${useViewer().person.id}.${id}`;
  const [draft, setDraft] = useState<PlanDraft>(() => keptDraft(key) ?? base);
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

export type PlanDrafting = ReturnType<typeof usePlanDraft>;
