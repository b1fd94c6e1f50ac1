import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';

/** A response that runs has people at their posts: it is terminated before its incident is closed. */
export const responseTerminated = defineCheck('response_terminated', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '应急响应已终止', en: 'The response is terminated' },
  weight: 'firm',
  order: 5,
  cites: '突发事件应对法 第86条',
  async run(ctx, id) {
    const running = await ctx.row<{ number: string }>(
      sql`select coalesce(number, '') as number from activation where incident_id = ${id} and state = 'active' limit 1`,
    );
    if (!running) return [];
    return [
      {
        text: { zh: `响应 ${running.number} 仍在进行`, en: `Response ${running.number} is still active` },
        mend: { label: { zh: '去终止响应', en: 'Terminate it' }, to: `/incidents/${id}` },
      },
    ];
  },
});
