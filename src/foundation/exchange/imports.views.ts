import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import { LOCAL_SYSTEM, sourceSystems } from '../geo/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { targetsOf } from './columns.rules.ts';
import { readImport } from './import.permissions.ts';
import { fileImport } from './import.register.ts';
import { importTarget, importTargets } from './import-target.ts';
import { FORMAT_IDS } from './readers/define.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const counts = {
  rowCount: z.number().nullable(),
  wrongCount: z.number().nullable(),
  warningCount: z.number().nullable(),
  newCount: z.number().nullable(),
  updateCount: z.number().nullable(),
  skipCount: z.number().nullable(),
  createdCount: z.number().nullable(),
  updatedCount: z.number().nullable(),
  unchangedCount: z.number().nullable(),
};
const item = z.object({
  id: z.string(),
  state: z.enum(['received', 'checking', 'checked', 'writing', 'written', 'abandoned']),
  version: z.number(),
  register: z.string(),
  registerLabel: phrase,
  source: z.string(),
  fileName: z.string(),
  createdAt: z.date(),
  ...counts,
});
type Row = Omit<z.input<typeof item>, 'registerLabel'>;

export const list = view('imports.list', {
  label: { zh: '导入', en: 'Imports' },
  may: readImport,
  input: z.object({}),
  output: z.object({ items: z.array(item) }),
  reads: [fileImport],
  async run(ctx) {
    const rows =
      await ctx.rows<Row>(sql`select id, state, version, register, source, file_name, created_at, row_count, wrong_count,
      warning_count, new_count, update_count, skip_count, created_count, updated_count, unchanged_count
      from ${ctx.visible(fileImport)} i order by created_at desc, id desc limit 200`);
    return {
      items: rows.map((row) => ({
        ...row,
        registerLabel: importTarget(ctx.catalogue, row.register)?.label ?? NO_LABEL,
      })),
    };
  },
});
const NO_LABEL = { zh: '', en: '' };

const target = z.object({ id: z.string(), label: phrase, isRequired: z.boolean(), isPlace: z.boolean() });

/** One import with its columns, what each may stand for, and its jobs. */
export const record = view('imports.record', {
  label: { zh: '导入', en: 'Import' },
  may: readImport,
  input: z.object({ id: idInput }),
  output: item.extend({
    /** The page on which what was written is seen. */
    path: z.string(),
    sha256: z.string(),
    format: z.enum(FORMAT_IDS),
    size: z.number(),
    columns: z.array(z.object({ index: z.number(), title: z.string() })),
    samples: z.array(z.array(z.string().nullable())),
    mapping: z.array(z.string()),
    targets: z.array(target),
    /** The field by which records are known; undefined where every row is a new one. */
    knownBy: phrase.optional(),
    coordinateSystem: z.string(),
    systems: z.array(z.object({ id: z.string(), label: phrase })),
    known: z.enum(['update', 'skip']),
    placeWarning: phrase.nullable(),
    checkJobId: z.string().nullable(),
    writeJobId: z.string().nullable(),
    endedAt: z.date().nullable(),
    /** Wrong, doubtful and asked cells together. */
    remarkCount: z.number(),
  }),
  reads: [fileImport],
  async run(ctx, { id }) {
    const row = await ctx.record(fileImport, id);
    const target = importTarget(ctx.catalogue, row.register);
    if (!target) throw problem('record.unknown', {}, 'id');
    const { label, path, knownBy } = target;
    const targets = targetsOf(target).map((one) => ({
      id: one.id,
      label: targetLabel(one),
      isRequired: one.isRequired,
      isPlace: one.field?.geometry !== undefined,
    }));
    const counted = await ctx.row<{ count: number }>(
      sql`select count(*)::int as count from import_problem where import_id = ${id}`,
    );
    return {
      ...row,
      remarkCount: counted?.count ?? 0,
      columns: [...(row.columns ?? [])],
      samples: (row.samples ?? []).map((cells) => [...cells]),
      mapping: [...(row.mapping ?? [])],
      registerLabel: label,
      path,
      targets,
      systems: sourceSystems(ctx.rules(LOCAL_SYSTEM, ctx.now).values, row.projection),
      ...(knownBy ? { knownBy } : {}),
    } as never;
  },
});

const HALVES = { lng: { zh: '经度', en: 'longitude' }, lat: { zh: '纬度', en: 'latitude' } } as const;

function targetLabel({ id, field }: ReturnType<typeof targetsOf>[number]) {
  if (!field) return { zh: '归属单位', en: 'Owner unit' };
  const half = HALVES[id.split('.')[1] as 'lng' | 'lat'];
  const { zh, en } = field.label;
  return half ? { zh: `${zh}·${half.zh}`, en: `${en}: ${half.en}` } : { zh, en };
}

const found = z.object({
  row: z.number(),
  target: z.string(),
  label: phrase,
  value: z.string().nullable(),
  reason: phrase,
  /** A doubt is written all the same; a question waits for its answer. */
  kind: z.enum(['wrong', 'doubt', 'question']),
  choices: z.array(z.object({ value: z.string(), label: phrase })).nullable(),
  answer: z.string().nullable(),
});

/** What is wrong, by row; every one of them, page by page. */
export const problems = view('imports.problems', {
  label: { zh: '导入中有误的行', en: 'Wrong rows of an import' },
  may: readImport,
  input: z.object({
    id: idInput,
    offset: z.number().int().min(0).max(1_000_000).default(0),
    limit: z.number().int().min(1).max(5000).default(500),
  }),
  output: z.object({ items: z.array(found), total: z.number() }),
  reads: [fileImport],
  async run(ctx, { id, offset, limit }) {
    const row = await ctx.record(fileImport, id);
    const into = importTarget(ctx.catalogue, row.register);
    const labels = new Map((into ? targetsOf(into) : []).map((one) => [one.id, targetLabel(one)]));
    const rows = await ctx.rows<Omit<z.input<typeof found>, 'label'>>(sql`
      select row_number as row, target, value, reason, kind, choices, answer from import_problem where import_id = ${id}
      order by array_position(array['question', 'wrong', 'doubt'], kind), row_number, target limit ${limit} offset ${offset}`);
    const counted = await ctx.row<{ total: number }>(
      sql`select count(*)::int as total from import_problem where import_id = ${id}`,
    );
    return {
      items: rows.map((one) => ({ ...one, label: labels.get(one.target) ?? { zh: one.target, en: one.target } })),
      total: counted?.total ?? 0,
    };
  },
});

/** The registers that the viewer may import into. */
export const targets = view('imports.targets', {
  label: { zh: '可导入的台账', en: 'Registers to import into' },
  may: readImport,
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ name: z.string(), label: phrase, path: z.string(), template: z.string() })),
  }),
  reads: [],
  async run(ctx) {
    const kept = importTargets(ctx.catalogue).filter(({ keep }) => ctx.holds(keep));
    return {
      items: kept.map(({ name, label, path }) => ({ name, label, path, template: `/api${path}/template` })),
    };
  },
});

const origin = z.object({
  fileName: z.string(),
  source: z.string(),
  sha256: z.string(),
  rowNumber: z.number(),
  action: z.enum(['created', 'updated']),
  at: z.date(),
  by: z.string(),
});

/** From which rows of which files a record came; whoever sees the record sees where it is from. */
export const origins = view('imports.origins', {
  label: { zh: '数据来源', en: 'Where a record is from' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60), recordId: idInput }),
  output: z.object({ items: z.array(origin) }),
  reads: [],
  async run(ctx, { register, recordId }) {
    if (!(await ctx.maySee(register, recordId))) throw problem('record.unknown', {}, 'recordId');
    const items = await ctx.rows<z.input<typeof origin>>(sql`
      select i.file_name, i.source, i.sha256, r.row_number, r.action, r.written_at as at, coalesce(p.name, '') as by
      from import_row r join "import" i on i.id = r.import_id left join person p on p.id = i.created_by
      where r.register = ${register} and r.record_id = ${recordId} order by r.written_at desc limit 50`);
    return { items };
  },
});
