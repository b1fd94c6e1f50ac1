import type { ReadContext } from '../../foundation/api/context.ts';
import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { reconciliation } from './casualties.views.ts';
import { casualties as casualtyFaces } from './casualty.register.ts';
import { casualtiesReconciled } from './closing.views.ts';

const operations = registerOperations(casualtyFaces, { judge: timeOf });

const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };

/** Nobody knows what will become of somebody. */
async function timeOf(ctx: ReadContext, { conditionAt }: Readonly<Record<string, unknown>>) {
  return liesAfter(new Date(conditionAt as Date), ctx.now) ? { field: 'conditionAt', reason: IN_FUTURE } : undefined;
}

/** People dead, hurt, missing or trapped, by name, beside the released figures of their incident. */
export const casualties = capability({
  name: 'casualties',
  label: { zh: '伤亡失联人员', en: 'Casualties' },
  ...operations,
  views: [...operations.views, reconciliation],
  stepChecks: [casualtiesReconciled],
});
