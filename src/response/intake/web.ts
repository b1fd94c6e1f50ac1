import type { OutputOf } from '../../foundation/api/web.ts';
import { webContribution } from '../../foundation/design-system/web.ts';
import type { MapPoint } from '../../foundation/geo/web.ts';
import type { list, record } from './intake.views.ts';
import type { join } from './same-matter.commands.ts';

export { Casualties, CasualtyFields } from './Casualties.part.tsx';
export type { Figures } from './draft.part.tsx';
export { STATES as INTAKE_STATES } from './intake-states.part.tsx';
export { KindField } from './KindField.part.tsx';
export { CASUALTY_LABELS_OF } from './reading/casualties.rules.ts';
export type IntakeList = typeof list;
export type IntakeRecord = typeof record;
export type JoinIntake = typeof join;

/** What `intake.actions` and `intake.sections` give their parts: the report as its page shows it. */
export interface IntakePartProps {
  readonly report: OutputOf<typeof record>;
}

/**
 * What `intake.similar` gives: what is known of a call while it is typed; and what its parts may tell the form: points for its map,
 * and, by a button of type submit, into which incident (`merge`) or report (`join`) the call goes once it is saved.
 */
export interface SimilarPartProps {
  readonly kind: string | undefined;
  readonly place: { readonly lng: number; readonly lat: number } | undefined;
  readonly placeText: string | undefined;
  readonly knownAt: Date | string;
  readonly tellPoints: (part: string, points: readonly MapPoint[]) => void;
  readonly onSame: (act: 'merge' | 'join', into: string) => void;
}

/** 接报 in the browser. Points: `intake.actions`, `intake.sections` (IntakePartProps), `intake.similar` (SimilarPartProps). */
export const intakeWeb = webContribution({
  name: 'intake',
  screens: [
    {
      path: '/intake/new',
      title: { zh: '新接报', en: 'New report' },
      permission: 'intake.take',
      load: () => import('./IntakeForm.screen.tsx'),
    },
    {
      path: '/intake',
      title: { zh: '接报', en: 'Intake' },
      menu: { group: 'response', order: 10, key: 'j' },
      permission: 'intake.read',
      load: () => import('./IntakeDesk.screen.tsx'),
    },
    {
      path: '/intake/:id',
      title: { zh: '接报记录', en: 'Report taken' },
      permission: 'intake.read',
      load: () => import('./IntakeFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'shell.top',
      name: 'intake.new',
      permission: 'intake.take',
      load: () => import('./NewReport.part.tsx'),
    },
  ],
});
