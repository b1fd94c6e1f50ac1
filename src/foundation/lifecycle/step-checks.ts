import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import type { Finding, StepCheck } from './define.ts';

export interface Checked extends Pick<StepCheck, 'name' | 'label' | 'weight' | 'cites'> {
  readonly findings: readonly Finding[];
}

/** All that is looked at before a step of this record, in order, with what is not in order. */
export async function checksBefore(
  ctx: ReadContext,
  register: string,
  transition: string,
  id: string,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { before, run, ...check } of ctx.catalogue.stepChecks) {
    if (before.register !== register || before.transition !== transition) continue;
    checked.push({ ...check, findings: await run(ctx, id) });
  }
  return checked;
}

/**
 * Refuses a step before which something firm is not in order, or something else and nobody says why it is taken all the same.
 * @returns what was left as it was, to be kept with the step
 */
export async function demandOrder(
  ctx: ReadContext,
  register: string,
  transition: string,
  id: string,
  reason: string | undefined,
): Promise<Checked[]> {
  const open = (await checksBefore(ctx, register, transition, id)).filter(({ findings }) => findings.length > 0);
  const firm = open.filter(({ weight }) => weight === 'firm');
  if (firm.length > 0) throw problem('step.not_in_order', { items: named(firm) });
  const asked = open.filter(({ weight }) => weight === 'asked');
  if (asked.length > 0 && !reason?.trim()) throw problem('step.reason_needed', { items: named(asked) }, 'leftReason');
  return asked;
}

function named(checks: readonly Checked[]) {
  const texts = checks.flatMap(({ findings }) => findings.map(({ text }) => text));
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
}
