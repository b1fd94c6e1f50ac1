import { useEffect, useRef, useState } from 'react';
import { doCommand, type InputOf, type OutputOf, serverNow } from '../../foundation/api/web.ts';
import { useViewer } from '../../foundation/identity/web.ts';
import type { IncidentKindId } from '../../foundation/incident-kinds/define.ts';
import { byClause } from '../plans/define.ts';
import type { Adopt, Plan } from '../plans/web.ts';
import { changesOf, type PlanDraft } from './plan-draft.rules.ts';
import type { drop, keep } from './plan-drafts.commands.ts';
import type { mine } from './plan-drafts.views.ts';

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

/** On this machine at every key, and with the server a moment later: whichever is newer is gone on with. */
interface Kept {
  readonly draft: PlanDraft;
  readonly at: string;
}

function keptHere(key: string): Kept | undefined {
  const kept = localStorage.getItem(key);
  if (!kept) return undefined;
  try {
    const { draft, at } = JSON.parse(kept) as Partial<Kept>;
    return draft && at ? { draft, at } : undefined;
  } catch {
    // Cut off in the middle of writing: worth less than a page that opens.
    localStorage.removeItem(key);
    return undefined;
  }
}

export type ServerDraft = OutputOf<typeof mine>['draft'];
const CALM_MS = 1_500;

/** The next edition as somebody writes it, over days and at any desk: kept until it is adopted or given up. */
export function usePlanDraft(id: string, base: PlanDraft, start: PlanDraft, fromServer: ServerDraft) {
  const key = `fengsui.plans.draft.${useViewer().person.id}.${id}`;
  const [draft, setDraft] = useState<PlanDraft>(() => {
    const here = keptHere(key);
    const isNewer = fromServer && (!here || Date.parse(here.at) < new Date(fromServer.savedAt).getTime());
    // A draft that an older release kept lacks what was not asked then.
    if (isNewer) return { ...EMPTY, ...(fromServer.content as PlanDraft) };
    return here ? { ...EMPTY, ...here.draft } : start;
  });
  const changes = changesOf(base, draft);
  const over = useRef(false);
  const isWithServer = useRef(fromServer !== null);
  const kept = useRef(draft);
  // What is given up is dropped after what was still being kept.
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    if (over.current || draft === kept.current) return undefined;
    kept.current = draft;
    localStorage.setItem(key, JSON.stringify({ draft, at: serverNow().toISOString() } satisfies Kept));
    const timer = setTimeout(() => {
      isWithServer.current = true;
      // Not reached, it stays on this machine and goes with the next change.
      sending.current = doCommand<typeof keep>('planDrafts.keep', { about: id, content: { ...draft } }).catch(
        () => undefined,
      );
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [draft, key, id]);
  return {
    draft,
    changes,
    set: (change: Partial<PlanDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...change };
        return { ...next, actions: next.actions.toSorted(byClause) };
      }),
    /** Adopted or given up: nothing of it stays. */
    forget: () => {
      over.current = true;
      localStorage.removeItem(key);
      if (!isWithServer.current) return;
      void sending.current.then(() => doCommand<typeof drop>('planDrafts.drop', { about: id })).catch(() => undefined);
    },
  };
}
