import { useState } from 'react';
import type { InputOf, OutputOf } from '../../foundation/api/web.ts';
import type { activate } from './command.commands.ts';
import type { preview } from './command.views.ts';

export type Preview = OutputOf<typeof preview>;
export type PreviewAction = Preview['actions'][number];

/** What the commander changes on a line of the preview; everything else goes out as the plan says. */
export interface LineChange {
  readonly isLeftOut?: boolean;
  readonly content?: string;
  readonly offsetMinutes?: number;
  /** A unit chosen by hand takes the order as a unit: whoever answers for it is told. */
  readonly unit?: { readonly id: string; readonly name: string };
}

/** One line as it would go out. */
export interface Line {
  readonly action: PreviewAction;
  readonly isLeftOut: boolean;
  readonly isChanged: boolean;
  readonly content: string;
  readonly offsetMinutes: number;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly postId: string | null;
  readonly postName: string | null;
}

/** The statement of 应对法 第72条: matter, expected time, measures; the level stands in the address. */
export interface Statement {
  readonly matter?: string;
  readonly expectedHours?: number | null;
  readonly measures?: string;
}

/** Changes by line, kept while the level is changed: a line that appears again is as it was left. */
export function useActivationDraft(
  shown: Pick<Preview, 'actions' | 'matter' | 'expectedHours' | 'measures'> | undefined,
) {
  const [changes, setChanges] = useState<Readonly<Record<string, LineChange>>>({});
  const [statement, setStatement] = useState<Statement>({});
  const lines = (shown?.actions ?? []).map((action) => lineOf(action, changes[action.planActionId]));
  return {
    lines,
    statement: {
      matter: statement.matter ?? shown?.matter ?? '',
      expectedHours: statement.expectedHours === undefined ? (shown?.expectedHours ?? null) : statement.expectedHours,
      measures: statement.measures ?? shown?.measures ?? '',
    },
    state: (change: Statement) => setStatement((now) => ({ ...now, ...change })),
    change: (id: string, by: (before: LineChange) => LineChange) =>
      setChanges((now) => ({ ...now, [id]: by(now[id] ?? {}) })),
    /** The plan's own measures again, when another level is looked at. */
    forgetMeasures: () => setStatement(({ measures: _, expectedHours: __, ...rest }) => rest),
  };
}

function lineOf(action: PreviewAction, change: LineChange = {}): Line {
  const { unitId, unitName, personId, personName, postId, postName } = action;
  const { isLeftOut = false, unit } = change;
  return {
    action,
    isLeftOut,
    isChanged: change.content !== undefined || change.offsetMinutes !== undefined || unit !== undefined,
    content: change.content ?? action.content,
    offsetMinutes: change.offsetMinutes ?? action.offsetMinutes,
    ...(unit
      ? { unitId: unit.id, unitName: unit.name, personId: null, personName: null, postId: null, postName: null }
      : { unitId, unitName, personId, personName, postId, postName }),
  };
}

/** The lines as the command takes them. Those without a unit cannot go and are not in it. */
export function ordersOf(lines: readonly Line[]): InputOf<typeof activate>['actions'] {
  return lines.flatMap(({ action, isLeftOut, unitId, personId, postId, offsetMinutes, content }) =>
    isLeftOut || unitId === null
      ? []
      : [{ planActionId: action.planActionId, unitId, personId, postId, offsetMinutes, content }],
  );
}

/** Lines that go out when another one is done; where that one is left out they go out at once. */
export function waitingOf(lines: readonly Line[]): Line[] {
  const left = new Set(lines.filter((line) => line.isLeftOut).map((line) => line.action.clause));
  return lines.filter(
    ({ action: { afterClause }, isLeftOut, unitId }) =>
      !isLeftOut && unitId !== null && afterClause !== null && !left.has(afterClause),
  );
}
