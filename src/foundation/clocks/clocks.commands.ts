import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { explainClock, runClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';
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

/**
 * Lets every limit that has passed fall due, and every warning be told: state and fact in one transaction, rows that
 * another replica holds are left to it, so that each fires once whoever runs and whatever breaks.
 */
export const fire = command('clocks.fire', {
  label: { zh: '时限到期', en: 'Let clocks fall due' },
  may: runClock,
  input: z.object({ most: z.number().int().min(1).max(5000).default(50) }),
  output: z.object({ fired: z.number() }),
  records: ['clock.fell_due', 'clock.warned'],
  async run(ctx, { most }) {
    const due = await takeDue(ctx, most);
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

/** Who was late says why; once is enough, and said again the last word counts (the history keeps both). */
export const explain = command('clocks.explain', {
  label: { zh: '说明逾期原因', en: 'Explain a missed limit' },
  may: explainClock,
  input: z.object({ id: idInput, reason: z.string().min(2).max(500).transform(cleanText) }),
  output: z.object({ id: z.string(), explainedAt: z.date() }),
  records: ['clock.explained'],
  async run(ctx, { id, reason }) {
    const row = await ctx.load(clock, id);
    if (row.state !== 'late') throw problem('clock.not_late');
    await ctx.update(clock, row, { lateReason: reason, explainedAt: ctx.now });
    ctx.fact({
      kind: 'clock.explained',
      subject: { register: 'clock', id },
      concerns: [{ register: row.subjectRegister, id: row.subjectId }, ...row.concerns.map(refFrom)],
      payload: { name: row.name, dueAt: row.dueAt },
    });
    return { id, explainedAt: ctx.now };
  },
});

async function takeDue(ctx: CommandContext, most: number): Promise<Due[]> {
  const changed = sql`version = version + 1, changed_at = ${ctx.now}, changed_by = ${ctx.viewer.personId},
    changed_fact = ${ctx.commandId}`;
  const told = sql.raw(
    'c.id, subject_register, subject_id, name, label_zh, label_en, due_at, started_at, citation, concerns',
  );
  const late = await ctx.rows<Due>(sql`
    with due as (select id from clock where state = 'running' and due_at <= ${ctx.now}
      order by due_at limit ${most} for update skip locked)
    update clock c set state = 'late', fired_at = ${ctx.now}, ${changed} from due where c.id = due.id
    returning ${told}, false as is_warning`);
  const warned = await ctx.rows<Due>(sql`
    with due as (select id from clock where state = 'running' and warn_at <= ${ctx.now}
      order by warn_at limit ${most} for update skip locked)
    update clock c set warned_at = ${ctx.now}, warn_at = c.later_warnings[1]::timestamptz,
      later_warnings = c.later_warnings[2:], ${changed} from due where c.id = due.id
    returning ${told}, true as is_warning`);
  return [...late, ...warned].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

function refFrom(text: string): RecordRef {
  const [register, id] = text.split('/');
  return { register: register ?? '', id: id ?? '' };
}
