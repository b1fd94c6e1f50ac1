import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { assigneeOf } from './issue.ts';
import { manageOrders } from './order.permissions.ts';
import { loadWithOrder } from './parts.ts';
import { noteDelivery, PASS_RECORDS, passTo } from './pass-on.ts';
import { deputyFor } from './people.ts';

/** Manual channels have receipts too: somebody was reached by telephone, and a named person vouches for it. */
export const confirmDelivery = command('assignments.confirmDelivery', {
  label: { zh: '登记电话送达', en: 'Note delivery by telephone' },
  may: manageOrders,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['assignment.delivered'],
  async run(ctx, { id }) {
    const { row, from } = await loadWithOrder(ctx, id, manageOrders);
    return noteDelivery(ctx, row, from, 'telephone');
  },
});

/** Does not wait for the clock: the duty room hands a silent assignee's part to the deputy now. */
export const passToDeputy = command('assignments.passToDeputy', {
  label: { zh: '转代理人', en: 'Pass to the deputy' },
  may: manageOrders,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string(), assignmentId: z.string() }),
  records: [...PASS_RECORDS],
  async run(ctx, { id }) {
    const { row, from } = await loadWithOrder(ctx, id, manageOrders);
    const deputy = await deputyFor(ctx, assigneeOf(row));
    if (!deputy) {
      throw problem('state.guard', {
        reason: { zh: '该岗位没有指定代理人，请改派', en: 'No deputy is named; reassign it' },
      });
    }
    const next = await passTo(ctx, row, from, deputy);
    return { id, assignmentId: next.id };
  },
});
