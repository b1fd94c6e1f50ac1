import { addressOf } from '../src/foundation/api/address.ts';
import { routeOf } from '../src/foundation/api/routes.ts';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { confirmed, GAS_CALL, type Preview } from '../tests/support/walk.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand } from './stand.ts';

const PAPERS = 20;

/** 专报 from the record of an incident with the orders of a whole plan: drafted, and set as DOCX and PDF. */
export async function situationReport(): Promise<Figure[]> {
  return onStand('server', async ({ server: { url } }) => {
    const cookie = await signIn(url, 'zhiban');
    const answered = async (path: string, options: RequestInit) => {
      const answer = await fetch(`${url}${path}`, options);
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status} ${await answer.text()}`);
      return answer;
    };
    const act = async <T = { id: string }>(name: string, { id, ...input }: Record<string, unknown>): Promise<T> => {
      const { method, path } = routeOf(name, 'command', id !== undefined);
      const headers = { 'content-type': 'application/json', cookie, 'idempotency-key': newId() };
      const body = JSON.stringify(input);
      return (await answered(path.replace(':id', String(id)), { method, headers, body })).json() as Promise<T>;
    };
    const see = async <T>(name: string, input: Record<string, unknown>): Promise<T> =>
      (await answered(addressOf(name, 'view', input).path, { headers: { cookie } })).json() as Promise<T>;

    const knownAt = new Date(Date.now() - 5 * 60_000).toISOString();
    const call = await act('intake.take', { ...GAS_CALL, knownAt, occurredAt: knownAt });
    const incident = await act('incidents.open', {
      intakeId: call.id,
      title: '施工破坏燃气管线',
      grade: 'general',
      gradeReason: '两人轻伤',
    });
    const incidentId = incident.id;
    const plans = await see<{ items: { id: string }[] }>('plans.list', { incidentKind: 'utility.gas' });
    const planId = plans.items[0]?.id ?? '';
    const preview = await see<Preview>('command.preview', { incidentId, planId });
    await act('command.activate', confirmed(incidentId, planId, preview));
    const drafting: number[] = [];
    const setting: Record<'docx' | 'pdf', number[]> = { docx: [], pdf: [] };
    for (let index = 0; index < PAPERS; index += 1) {
      const began = performance.now();
      const { id } = await act('reporting.draft', { incidentId, kind: 'initial_report' });
      drafting.push(performance.now() - began);
      for (const format of ['docx', 'pdf'] as const) {
        const asked = performance.now();
        const paper = await answered(`/api/reporting/${id}/paper?format=${format}`, { headers: { cookie } });
        await paper.arrayBuffer();
        setting[format].push(performance.now() - asked);
      }
    }
    return [
      {
        what: `a report drafted from the record with ${preview.actions.length} orders, p95`,
        value: percentile(drafting, 0.95),
        unit: 'ms',
        most: 60_000,
      },
      { what: 'its DOCX, p95', value: percentile(setting.docx, 0.95), unit: 'ms', most: 2000 },
      { what: 'its DOCX, the first', value: setting.docx[0] ?? 0, unit: 'ms', most: 2000 },
      { what: 'its PDF, p95', value: percentile(setting.pdf, 0.95), unit: 'ms' },
    ];
  });
}
