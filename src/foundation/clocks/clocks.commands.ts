import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { runClock } from './clock.permissions.ts';
import type { clock } from './clock.register.ts';
import type { RecordRef } from './keep-clock.ts';

type Due = Pick<
  RowOf<typeof clock>,
  | 'id'
  | 'subjectRegister'
  | 'subjectId'
  | 'name'
  | 'labelZh'
  | 'labelEn'
  | 'dueAt'
  | 'startedAt'
  | 'citation'
  | 'concerns'
> & { isWarning: boolean };

/** Small enough that a burst of due clocks never holds the embedded database's one session for long. */
const BATCH = 50;

/**
 * Lets every limit that has passed fall due, and every warning be told: state and fact in one transaction, rows that
 * another replica holds are left to it, so that each fires once whoever runs and whatever breaks.
 */
export const fire = command('clocks.fire', {
  label: { zh: '时限到期', en: 'Let clocks fall due' },
  may: runClock,
  input: z.object({}),
  output: z.object({ fired: z.number() }),
  records: ['clock.fell_due', 'clock.warned'],
  async run(ctx) {
    const due = await takeDue(ctx);
    // Another replica took them between the look and the lock.
    if (due.length === 0) throw problem('clock.nothing_due');
    for (const one of due) {
      ctx.fact({
        kind: one.isWarning ? 'clock.warned' : 'clock.fell_due',
        subject: { register: 'clock', id: one.id },
        happenedAt: one.isWarning ? ctx.now : one.dueAt,
        concerns: [{ register: one.subjectRegister, id: one.subjectId }, ...one.concerns.map(refFrom)],
        payload: {
          subject: { register: one.subjectRegister, id: one.subjectId },
          name: one.name,
          label: { zh: one.labelZh, en: one.labelEn },
          startedAt: one.startedAt,
          dueAt: one.dueAt,
          citation: one.citation,
        },
      });
    }
    return { fired: due.length };
  },
});

async function takeDue(ctx: CommandContext): Promise<Due[]> {
  const changed = sql`version = version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
    changed_fact = ${ctx.commandId}`;
  const told = sql.raw(
    'c.id, subject_register, subject_id, name, label_zh, label_en, due_at, started_at, citation, concerns',
  );
  const late = await ctx.rows<Due>(sql`
    with due as (select id from clock where state = 'running' and due_at <= ${ctx.now}
      order by due_at limit ${BATCH} for update skip locked)
    update clock c set state = 'late', fired_at = ${ctx.now}, ${changed} from due where c.id = due.id
    returning ${told}, false as is_warning`);
  const warned = await ctx.rows<Due>(sql`
    with due as (select id from clock where state = 'running' and warn_at <= ${ctx.now} and warned_at is null
      order by warn_at limit ${BATCH} for update skip locked)
    update clock c set warned_at = ${ctx.now}, ${changed} from due where c.id = due.id
    returning ${told}, true as is_warning`);
  return [...late, ...warned].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

function refFrom(text: string): RecordRef {
  const [register, id] = text.split('/');
  return { register: register ?? '', id: id ?? '' };
}
