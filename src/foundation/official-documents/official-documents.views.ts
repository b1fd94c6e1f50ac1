import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext, ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { letterheadOf } from '../letterheads/index.ts';
import type { RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { difference as differenceOf } from './difference.rules.ts';
import { readDocument } from './official-document.permissions.ts';
import { officialDocument } from './official-document.register.ts';
import { linesOf } from './paper-text.rules.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const item = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  kindLabel: phrase,
  title: z.string(),
  state: z.string(),
  mark: z.enum(['real', 'drill', 'test']),
  versionNumber: z.number(),
  drafterName: z.string().nullable(),
  createdAt: z.date(),
  signerName: z.string().nullable(),
  signedAt: z.date().nullable(),
});
type ItemRow = Omit<z.input<typeof item>, 'kindLabel'>;

const labelled = <Row extends { kind: string }>(ctx: ReadContext, row: Row) => ({
  ...row,
  kindLabel: ctx.catalogue.documentKinds.get(row.kind)?.label ?? { zh: row.kind, en: row.kind },
});

export const list = view('officialDocuments.list', {
  label: { zh: '公文列表', en: 'Official documents' },
  may: readDocument,
  input: z.object({ subjectId: idInput.optional(), limit: z.number().int().min(1).max(500).default(200) }),
  output: z.object({ items: z.array(item) }),
  reads: [officialDocument],
  async run(ctx, { subjectId, limit }) {
    const rows = await ctx.rows<ItemRow>(sql`
      select d.*, w.name as drafter_name, s.name as signer_name from ${ctx.visible(officialDocument)} d
      left join person w on w.id = d.drafted_by_id left join person s on s.id = d.signed_by_id
      where (${subjectId ?? null}::uuid is null or d.subject_id = ${subjectId ?? null}::uuid)
      order by d.created_at desc, d.id desc limit ${limit}`);
    return { items: rows.map((row) => labelled(ctx, row)) };
  },
});

export const documentOutput = item.extend({
  version: z.number(),
  subjectRegister: z.string(),
  /** Of the subject's register: where its page is found. */
  subjectPlural: z.string(),
  subjectId: z.string(),
  earlier: z.object({ id: z.string(), number: z.string().nullable(), title: z.string() }).nullable(),
  text: z.string(),
  addressee: z.string().nullable(),
  sentTo: z.array(z.string()),
  copiedTo: z.array(z.string()),
  urgency: z.enum(['特急', '加急', '平急']).nullable(),
  submittedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
  /** As signed; before that, as it would be signed by the unit that drafted it. */
  officialName: z.string(),
  sealFileId: z.string().nullable(),
  /** The one asking wrote a version of it, and so cannot sign. */
  isWriter: z.boolean(),
  mayDraft: z.boolean(),
  maySign: z.boolean(),
});

export const record = view('officialDocuments.record', {
  label: { zh: '公文', en: 'Official document' },
  may: readDocument,
  input: z.object({ id: idInput }),
  output: documentOutput,
  reads: [officialDocument],
  async run(ctx, { id }) {
    const row = await ctx.record(officialDocument, id);
    const kind = ctx.catalogue.documentKinds.get(row.kind);
    const names = await ctx.row<{
      drafterName: string;
      signerName: string | null;
      unitName: string;
      wrote: boolean;
    }>(sql`
      select (select name from person where id = ${row.draftedById}) as drafter_name,
        (select name from person where id = ${row.signedById}) as signer_name,
        (select name from unit where id = ${row.ownerUnitId}) as unit_name,
        exists (select 1 from official_document_version where document_id = ${id}
          and created_by = ${ctx.viewer.personId}) as wrote`);
    const earlier = row.earlierId
      ? await ctx.row<{ id: string; number: string | null; title: string }>(
          sql`select id, number, title from ${ctx.visible(officialDocument)} d where id = ${row.earlierId}`,
        )
      : undefined;
    return {
      ...labelled(ctx, row),
      subjectPlural: kind?.subject.plural ?? '',
      earlier: earlier ?? null,
      drafterName: names?.drafterName ?? null,
      signerName: names?.signerName ?? null,
      officialName:
        row.officialName ?? (await letterheadOf(ctx, row.ownerUnitId))?.officialName ?? names?.unitName ?? '',
      isWriter: names?.wrote ?? false,
      mayDraft: kind !== undefined && ctx.holds(kind.draft),
      maySign: kind !== undefined && ctx.holds(kind.sign),
    };
  },
});

const version = z.object({
  versionNumber: z.number(),
  title: z.string(),
  savedAt: z.date(),
  savedBy: z.string().nullable(),
});

export const versions = view('officialDocuments.versions', {
  label: { zh: '公文稿次', en: 'Versions of a document' },
  may: readDocument,
  input: z.object({ id: idInput }),
  output: z.object({ items: z.array(version) }),
  reads: [officialDocument],
  async run(ctx, { id }) {
    await ctx.record(officialDocument, id);
    const items = await ctx.rows<z.input<typeof version>>(sql`
      select v.version_number, v.title, v.created_at as saved_at, p.name as saved_by
      from official_document_version v left join person p on p.id = v.created_by
      where v.document_id = ${id} order by v.version_number desc`);
    return { items };
  },
});

const row = z.object({
  change: z.enum(['same', 'changed', 'removed', 'added']),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const difference = view('officialDocuments.difference', {
  label: { zh: '稿次对照', en: 'Difference of two versions' },
  may: readDocument,
  input: z.object({ id: idInput, from: z.number().int().min(1), to: z.number().int().min(1) }),
  output: z.object({ rows: z.array(row) }),
  reads: [officialDocument],
  async run(ctx, { id, from, to }) {
    await ctx.record(officialDocument, id);
    return { rows: differenceOf(await wordsOf(ctx, id, from), await wordsOf(ctx, id, to)) };
  },
});

type Words = Pick<RowOf<typeof officialDocument>, 'title' | 'text' | 'addressee' | 'sentTo' | 'copiedTo'>;

/** All that a version says, a paragraph each. */
async function wordsOf(ctx: ViewContext, id: string, versionNumber: number): Promise<string[]> {
  const words = await ctx.row<Words>(sql`
    select title, text, addressee, sent_to, copied_to from official_document_version
    where document_id = ${id} and version_number = ${versionNumber}`);
  if (!words) throw problem('record.unknown', {}, 'to');
  const { title, addressee, text, sentTo, copiedTo } = words;
  return [
    title,
    ...(addressee ? [`${addressee}：`] : []),
    ...linesOf(text),
    ...(sentTo.length > 0 ? [`报送：${sentTo.join('，')}`] : []),
    ...(copiedTo.length > 0 ? [`抄送：${copiedTo.join('，')}`] : []),
  ];
}
