import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { liesAfter } from '../../kernel/clock.ts';
import { problem } from '../../kernel/problems.ts';
import { incident } from '../incidents/incident.register.ts';
import { addEntry } from './incident-entry.permissions.ts';
import { incidentEntry } from './incident-entry.register.ts';

const { fields: of } = incidentEntry;
const CLOSED = { zh: '事件已办结', en: 'The incident is closed' };
const IN_FUTURE = { zh: '晚于现在', en: 'lies in the future' };

/** 记一笔: words or photos, one step; the words are sealed under their own key and the timeline says that there is a note. */
export const add = command('incidentEntries.add', {
  label: { zh: '现场记录', en: 'Note on an incident' },
  may: addEntry,
  input: z.object({
    incidentId: idInput,
    text: of.text.input,
    photos: of.photos.input,
    happenedAt: of.happenedAt.input.optional(),
  }),
  output: z.object({ id: z.string(), number: z.string() }),
  records: ['incident_entry.added'],
  async run(ctx, { incidentId, text, photos, happenedAt = ctx.now }) {
    if (!text && photos.length === 0) throw problem('input.required', { label: of.text.label }, 'text');
    if (liesAfter(happenedAt, ctx.now))
      throw problem('input.field', { label: of.happenedAt.label, reason: IN_FUTURE }, 'happenedAt');
    const matter = await ctx.record(incident, incidentId);
    if (matter.state === 'closed') throw problem('state.guard', { reason: CLOSED });
    const row = await ctx.insert(incidentEntry, {
      incidentId,
      text,
      photos,
      happenedAt,
      mark: matter.mark,
      areaCode: matter.areaCode,
    });
    ctx.fact({
      kind: 'incident_entry.added',
      subject: { register: 'incident_entry', id: row.id },
      concerns: [{ register: 'incident', id: incidentId }],
      happenedAt,
      payload: { number: row.number, photos: photos.length },
    });
    return { id: row.id, number: row.number ?? '' };
  },
});
