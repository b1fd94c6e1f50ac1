import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { declaredBy, LOCAL_SYSTEM, OF_THE_FILE, sourceSystems } from '../geo/index.ts';
import { JOB_QUEUED, startJob } from '../jobs/index.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { checkImport } from './check-import.job.ts';
import { type Columns, headPrint, LEFT_OUT, recognise, remembered, targetsOf } from './columns.rules.ts';
import { ANOTHER } from './define.ts';
import { importLifecycle } from './import.lifecycle.ts';
import { makeImport } from './import.permissions.ts';
import { fileImport, KNOWN } from './import.register.ts';
import { keptTarget } from './kept-target.ts';
import { FORMAT_IDS } from './readers/define.ts';
import { writeImport } from './write-import.job.ts';

const answered = z.object({ id: z.string(), state: z.string(), version: z.number() });

/** A file was staged and its head read; the columns are matched as this source's were before. */
export const receive = command('imports.receive', {
  label: { zh: '接收导入文件', en: 'Receive a file' },
  may: makeImport,
  input: z.object({
    register: z.string().max(60),
    source: z.string().max(100).transform(cleanText),
    fileName: z.string().max(200).transform(cleanText),
    sha256: z.string().length(64),
    size: z.number().int(),
    format: z.enum(FORMAT_IDS),
    headerRow: z.number().int(),
    columns: z.array(z.object({ index: z.number(), title: z.string().max(100) })).max(500),
    samples: z.array(z.array(z.string().max(200).nullable())).max(10),
    projection: z.string().max(5000).optional(),
  }),
  output: answered,
  records: ['import.received'],
  async run(ctx, input) {
    const target = keptTarget(ctx, input.register);
    const recognised = recognise(target, input.columns);
    const before = await ctx.row<{ titles: string[]; mapping: string[]; coordinateSystem: string }>(sql`
      select titles, mapping, coordinate_system from import_mapping
      where register = ${target.name} and source = ${input.source}
      order by head_print = ${headPrint(input.columns)} desc, used_at desc limit 1`);
    // What the file says of itself goes before what this source was read as the last time.
    const declared = declaredBy(ctx.rules(LOCAL_SYSTEM, ctx.now).values, input.projection);
    const row = await ctx.insert(fileImport, {
      // The staged file lies under the command's own id, which the route has made.
      id: ctx.commandId,
      ...input,
      source: input.source || input.fileName,
      mapping: before ? remembered(input.columns, before, recognised) : recognised,
      coordinateSystem:
        declared ?? (before?.coordinateSystem === OF_THE_FILE ? undefined : before?.coordinateSystem) ?? 'cgcs2000',
      known: 'update',
    });
    ctx.fact({
      kind: 'import.received',
      subject: { register: 'import', id: row.id },
      payload: { title: row.fileName, register: row.register, sha256: row.sha256 },
    });
    return row;
  },
});

/** Which column stands for what, and what is done with records that are there; starts the check. */
export const check = command('imports.check', {
  label: { zh: '核对导入文件', en: 'Check an import' },
  may: makeImport,
  input: z.object({
    id: idInput,
    mapping: z.array(z.string().max(80)).max(500),
    coordinateSystem: z.string().max(20),
    known: z.enum(KNOWN.map(({ id }) => id) as ['update', 'skip']),
  }),
  output: answered,
  records: ['import.check_asked', JOB_QUEUED],
  async run(ctx, { id, mapping, coordinateSystem, known }) {
    const row = await ctx.load(fileImport, id);
    assertMapping(keptTarget(ctx, row.register), mapping);
    const systems = sourceSystems(ctx.rules(LOCAL_SYSTEM, ctx.now).values, row.projection);
    if (!systems.some((one) => one.id === coordinateSystem)) throw problem('record.unknown', {}, 'coordinateSystem');
    const titles = (row.columns ?? []).map(({ title }) => title);
    ctx.write(sql`insert into import_mapping (register, source, head_print, titles, mapping, coordinate_system, used_at)
      values (${row.register}, ${row.source}, ${headPrint(row.columns ?? [])}, ${titles}, ${mapping}, ${coordinateSystem}, ${ctx.now})
      on conflict (register, source, head_print) do update set titles = excluded.titles, mapping = excluded.mapping,
        coordinate_system = excluded.coordinate_system, used_at = excluded.used_at`);
    const { id: checkJobId } = await startJob(ctx, checkImport, {
      input: { importId: id },
      detail: row.fileName,
      subject: { register: 'import', id },
    });
    const after = await ctx.transition(importLifecycle, row, 'check', { mapping, coordinateSystem, known, checkJobId });
    ctx.fact({ kind: 'import.check_asked', subject: { register: 'import', id }, payload: { title: row.fileName } });
    return after;
  },
});

function assertMapping(columns: Columns, mapping: readonly string[]): void {
  const targets = new Map(targetsOf(columns).map((target) => [target.id, target]));
  for (const [at, id] of mapping.entries()) {
    if (id === LEFT_OUT) continue;
    if (!targets.has(id)) throw problem('record.unknown', {}, `mapping.${at}`);
    const label = targets.get(id)?.field?.label ?? { zh: '归属单位', en: 'Owner unit' };
    if (mapping.indexOf(id) !== at) throw problem('import.mapped_twice', { label }, `mapping.${at}`);
  }
  for (const { id, name, field, isRequired } of targets.values()) {
    const isGiven = mapping.some((one) => one === id || one.startsWith(`${name}.`));
    if (isRequired && !isGiven) throw problem('import.unmapped', { label: field?.label }, 'mapping');
  }
}

/** What the check found, all at once; the rows that are wrong were noted on its way. */
export const judge = command('imports.judge', {
  label: { zh: '核对完成', en: 'Checked' },
  may: makeImport,
  input: z.object({
    id: idInput,
    counts: z.object({
      rowCount: z.number(),
      wrongCount: z.number(),
      warningCount: z.number(),
      newCount: z.number(),
      updateCount: z.number(),
      skipCount: z.number(),
    }),
    placeWarning: z.object({ zh: z.string(), en: z.string() }).nullable(),
  }),
  output: answered,
  records: ['import.checked'],
  async run(ctx, { id, counts, placeWarning }) {
    const row = await ctx.load(fileImport, id);
    const after = await ctx.transition(importLifecycle, row, 'judge', { ...counts, placeWarning });
    ctx.fact({
      kind: 'import.checked',
      subject: { register: 'import', id },
      payload: { title: row.fileName, ...counts },
    });
    return after;
  },
});

/** What only a person could decide; the row is written with the others then. An answer may be changed until that. */
export const answer = command('imports.answer', {
  label: { zh: '答复导入疑问', en: 'Answer a question of an import' },
  may: makeImport,
  input: z.object({
    id: idInput,
    row: z.number().int().min(1),
    target: z.string().max(80),
    answer: z.string().max(80),
  }),
  output: answered,
  records: ['import.answered'],
  async run(ctx, { id, row, target, answer: given }) {
    const file = await ctx.load(fileImport, id);
    if (file.state !== 'checked') {
      const state = importLifecycle.states[file.state as 'checked'];
      throw problem('import.not_now', { state });
    }
    const asked = await ctx.row<{ choices: { value: string }[]; before: string | null }>(sql`
      select choices, answer as before from import_problem
      where import_id = ${id} and row_number = ${row} and target = ${target} and kind = 'question' for update`);
    if (!asked) throw problem('record.unknown', {}, 'row');
    if (!asked.choices.some(({ value }) => value === given)) throw problem('record.unknown', {}, 'answer');
    await ctx.rows(sql`update import_problem set answer = ${given}
      where import_id = ${id} and row_number = ${row} and target = ${target}`);
    const after = await ctx.update(fileImport, file, shifted(file, asked.before, given));
    ctx.fact({
      kind: 'import.answered',
      subject: { register: 'import', id },
      payload: { title: file.fileName, row },
    });
    return after;
  },
});

/** An answered row is wrong no more: it is a new record, or an update of the one it names. */
function shifted(file: RowOf<typeof fileImport>, before: string | null, given: string) {
  const is = (answer: string | null, kind: 'new' | 'known') =>
    answer === null ? 0 : Number((answer === ANOTHER) === (kind === 'new'));
  return {
    wrongCount: (file.wrongCount ?? 0) - (before === null ? 1 : 0),
    newCount: (file.newCount ?? 0) + is(given, 'new') - is(before, 'new'),
    updateCount: (file.updateCount ?? 0) + is(given, 'known') - is(before, 'known'),
  };
}

/** Somebody has seen what is wrong and wants the good rows. */
export const write = command('imports.write', {
  label: { zh: '确认写入', en: 'Write the good rows' },
  may: makeImport,
  input: z.object({ id: idInput }),
  output: answered,
  records: ['import.confirmed', JOB_QUEUED],
  async run(ctx, { id }) {
    const row = await ctx.load(fileImport, id);
    keptTarget(ctx, row.register);
    if ((row.newCount ?? 0) + (row.updateCount ?? 0) === 0) throw problem('import.nothing_new');
    const { id: writeJobId } = await startJob(ctx, writeImport, {
      input: { importId: id },
      detail: row.fileName,
      subject: { register: 'import', id },
      // Two imports of one register write one after the other: the second sees what the first has written.
      lane: `import/${row.register}`,
    });
    const after = await ctx.transition(importLifecycle, row, 'write', { writeJobId });
    ctx.fact({ kind: 'import.confirmed', subject: { register: 'import', id }, payload: { title: row.fileName } });
    return after;
  },
});

export const finish = command('imports.finish', {
  label: { zh: '写入完成', en: 'Written' },
  may: makeImport,
  input: z.object({ id: idInput }),
  output: answered,
  records: ['import.completed'],
  async run(ctx, { id }) {
    const row = await ctx.load(fileImport, id);
    const counted = await ctx.row<{ created: number; updated: number }>(sql`
      select count(*) filter (where action = 'created')::int as created,
        count(*) filter (where action = 'updated')::int as updated from import_row where import_id = ${id}`);
    const { created = 0, updated = 0 } = counted ?? {};
    const counts = {
      createdCount: created,
      updatedCount: updated,
      unchangedCount: Math.max(0, (row.newCount ?? 0) + (row.updateCount ?? 0) - created - updated),
    };
    const after = await ctx.transition(importLifecycle, row, 'finish', { ...counts, endedAt: ctx.now });
    ctx.fact({
      kind: 'import.completed',
      subject: { register: 'import', id },
      payload: { title: row.fileName, register: row.register, sha256: row.sha256, ...counts },
    });
    return after;
  },
});

/** What is written stays; the rest and what was noted of it go. The staged file follows: `sweep-imports.job.ts`. */
export const abandon = command('imports.abandon', {
  label: { zh: '放弃导入', en: 'Abandon an import' },
  may: makeImport,
  input: z.object({ id: idInput }),
  output: answered,
  records: ['import.abandoned'],
  async run(ctx, { id }) {
    const row = await ctx.load(fileImport, id);
    const after = await ctx.transition(importLifecycle, row, 'abandon', { endedAt: ctx.now });
    ctx.write(sql`delete from import_problem where import_id = ${id}`);
    ctx.fact({ kind: 'import.abandoned', subject: { register: 'import', id }, payload: { title: row.fileName } });
    return after;
  },
});
