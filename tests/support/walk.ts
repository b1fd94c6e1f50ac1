import type { District, Person } from './district.ts';

/** The call of 「6·11」 as the officer gets it; place and words are our own. */
export const GAS_CALL = {
  sourceChannel: '12345',
  kind: 'utility.gas',
  knownAt: '2026-06-11T02:38:00Z',
  occurredAt: '2026-06-11T02:35:00Z',
  place: { lng: 116.18, lat: 39.906 },
  placeText: '古城大街与石景山路交口',
  text: '施工挖断燃气管，气味很大，两人不适。',
  deaths: 0,
  missing: 0,
  minorInjuries: 2,
  callerName: '李先生',
  callerPhone: '10098765432',
};

export interface PreviewRow {
  readonly planActionId: string;
  readonly clause: string;
  readonly isGap: boolean;
  readonly personName: string | null;
  readonly unitId: string;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly offsetMinutes: number;
  readonly content: string;
}

export interface Preview {
  readonly level: string;
  readonly matter: string;
  readonly expectedHours: number;
  readonly measures: string;
  readonly actions: readonly PreviewRow[];
}

/** What the commander confirms: the preview as it stands. */
export function confirmed(incidentId: string, planId: string, preview: Preview) {
  const { level, matter, expectedHours, measures } = preview;
  const actions = preview.actions.map(({ planActionId, unitId, personId, postId, offsetMinutes, content }) => ({
    planActionId,
    unitId,
    personId,
    postId,
    offsetMinutes,
    content,
  }));
  return { incidentId, planId, level, matter, expectedHours, measures, actions };
}

/** Call, incident, activation, one answered order, one report: something of everything, for tests that look at it. */
export async function walkOneIncident(district: District, call: object = GAS_CALL) {
  const officer = await district.as('zhiban');
  const report = await officer.does<{ id: string }>('intake.take', call);
  const incident = await officer.does<{ id: string }>('incidents.open', {
    intakeId: report.id,
    title: '「6·11」施工破坏燃气管线',
    grade: 'general',
    gradeReason: '两人轻伤，未发生爆燃',
  });
  const plans = await officer.sees<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
  const planId = plans.items[0]?.id as string;
  const preview = await officer.sees<Preview>('command.preview', { incidentId: incident.id, planId });
  const activation = await officer.does<{ id: string; orders: number }>(
    'command.activate',
    confirmed(incident.id, planId, preview),
  );
  await district.settle();
  const gas = await district.as('ranqi');
  const mine = await gas.sees<{ items: { id: string }[] }>('orders.mine');
  const assignmentId = mine.items[0]?.id as string;
  await gas.does('assignments.receive', { id: assignmentId });
  const draft = await officer.does<{ id: string }>('reporting.draft', {
    incidentId: incident.id,
    kind: 'initial_report',
  });
  await district.settle();
  return {
    officer,
    intakeId: report.id,
    incidentId: incident.id,
    activationId: activation.id,
    assignmentId,
    reportId: draft.id,
    preview,
  };
}

/** Ends the response of an incident with every condition of its plan answered as met. */
export async function terminateResponse(officer: Person, incidentId: string): Promise<void> {
  type Running = { items: { id: string; endConditions: string[] }[] };
  const { items } = await officer.sees<Running>('command.ofIncident', { incidentId });
  const [{ id, endConditions: conditionsMet }] = items as [Running['items'][number]];
  await officer.does('command.terminate', { id, reason: '险情排除', conditionsMet });
}
