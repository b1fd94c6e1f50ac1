import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { letterheadOf, nextPaperNumber } from '../letterheads/index.ts';
import type { Mark, RowOf } from '../registers/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { kindOf } from './kinds.ts';
import { officialDocumentLifecycle } from './official-document.lifecycle.ts';
import { draftDocument, signDocument } from './official-document.permissions.ts';
import { officialDocument, WRITTEN } from './official-document.register.ts';
import { officialDocumentVersion } from './official-document-version.register.ts';
import { textOf } from './paper-text.rules.ts';

type Document = RowOf<typeof officialDocument>;

const { fields: of } = officialDocument;
const answer = z.object({ id: z.string(), state: z.string(), version: z.number() });
const subject = ({ id }: { readonly id: string }) => ({ register: 'official_document', id });
const concerns = (row: Document) => [{ register: row.subjectRegister, id: row.subjectId }];

/** 起草: the kind writes the first text from the record as it is now. */
export const draft = command('officialDocuments.draft', {
  label: { zh: '起草公文', en: 'Draft a document' },
  may: draftDocument,
  input: z.object({ kind: z.string().max(60), subjectId: idInput, earlierId: idInput.optional() }),
  output: answer,
  records: ['official_document.drafted'],
  async run(ctx, { kind: name, subjectId, earlierId }) {
    const kind = kindOf(ctx, name);
    const about = await ctx.record(kind.subject, subjectId, kind.draft);
    const earlier = earlierId ? await ctx.record(officialDocument, earlierId) : undefined;
    if (earlier && (earlier.state !== 'signed' || earlier.subjectId !== subjectId))
      throw problem('official_document.not_signed', {}, 'earlierId');
    const written = await kind.compose(ctx, about as never);
    const words = {
      title: written.title,
      text: [earlier && `本文更正${earlier.number}《${earlier.title}》。`, textOf(written.body)]
        .filter(Boolean)
        .join('\n'),
      addressee: written.addressee ?? null,
      sentTo: [...(written.sentTo ?? [])],
      copiedTo: [...(written.copiedTo ?? [])],
    };
    const { areaCode, mark } = about as { areaCode: string; mark: Mark };
    const row = await ctx.insert(officialDocument, {
      kind: name,
      subjectRegister: kind.subject.name,
      subjectId,
      earlierId: earlierId ?? null,
      ...words,
      urgency: written.urgency ?? null,
      versionNumber: 1,
      draftedById: ctx.viewer.personId,
      areaCode,
      mark,
    });
    await keepVersion(ctx, row);
    ctx.fact({
      kind: 'official_document.drafted',
      subject: subject(row),
      concerns: concerns(row),
      payload: { kind: name, title: row.title },
    });
    return row;
  },
});

export const revise = command('officialDocuments.revise', {
  label: { zh: '修改公文', en: 'Revise a draft' },
  may: draftDocument,
  input: z.object({
    id: idInput,
    title: WRITTEN.title.input,
    text: WRITTEN.text.input,
    addressee: WRITTEN.addressee.input,
    sentTo: WRITTEN.sentTo.input,
    copiedTo: WRITTEN.copiedTo.input,
    urgency: of.urgency.input,
  }),
  output: answer,
  records: ['official_document.revised'],
  async run(ctx, { id, ...changes }) {
    const before = await loadFor(ctx, id, 'draft');
    if (before.state !== 'draft') throw problem('official_document.fixed');
    const row = await ctx.update(officialDocument, before, { ...changes, versionNumber: before.versionNumber + 1 });
    await keepVersion(ctx, row);
    ctx.fact({
      kind: 'official_document.revised',
      subject: subject(row),
      concerns: concerns(row),
      payload: { versionNumber: row.versionNumber },
    });
    return row;
  },
});

export const submit = command('officialDocuments.submit', {
  label: { zh: '送签公文', en: 'Submit a document' },
  may: draftDocument,
  input: z.object({ id: idInput }),
  output: answer,
  records: ['official_document.submitted'],
  async run(ctx, { id }) {
    const before = await loadFor(ctx, id, 'draft');
    const row = await ctx.transition(officialDocumentLifecycle, before, 'submit', {
      submittedAt: ctx.now,
      returnReason: null,
    });
    ctx.fact({ kind: 'official_document.submitted', subject: subject(row), concerns: concerns(row) });
    return row;
  },
});

export const giveBack = command('officialDocuments.return', {
  label: { zh: '退回公文', en: 'Return a document' },
  may: signDocument,
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(500) }),
  output: answer,
  records: ['official_document.returned'],
  async run(ctx, { id, reason }) {
    const before = await loadFor(ctx, id, 'sign');
    const row = await ctx.transition(officialDocumentLifecycle, before, 'return', { returnReason: reason });
    ctx.fact({
      kind: 'official_document.returned',
      subject: subject(row),
      concerns: concerns(row),
      payload: { reason },
    });
    return row;
  },
});

/** 签发: a second person signs; number, name and seal are those of the hat they act under, and the words are fixed. */
export const sign = command('officialDocuments.sign', {
  label: { zh: '签发公文', en: 'Sign a document' },
  may: signDocument,
  input: z.object({ id: idInput }),
  output: answer.extend({ number: z.string() }),
  records: ['official_document.signed'],
  async run(ctx, { id }) {
    const before = await loadFor(ctx, id, 'sign');
    if (await hasWritten(ctx, before)) throw problem('official_document.same_person');
    const unitId = ctx.viewer.hats[0]?.unit.id ?? before.ownerUnitId;
    const head = await letterheadOf(ctx, unitId);
    if (!head) throw problem('letterhead.missing');
    const number = await nextPaperNumber(ctx, unitId);
    const row = await ctx.transition(officialDocumentLifecycle, before, 'sign', {
      signedById: ctx.viewer.personId,
      signedAt: ctx.now,
      officialName: head.officialName,
      sealFileId: head.sealFileId,
    });
    await sql`update official_document set number = ${number} where id = ${id}`.execute(ctx.tx);
    ctx.fact({
      kind: 'official_document.signed',
      subject: subject(row),
      concerns: concerns(row),
      payload: { number, title: row.title, officialName: head.officialName },
    });
    return { ...row, number };
  },
});

/** Locked, and within what the kind grants for the step. */
async function loadFor(ctx: CommandContext, id: string, step: 'draft' | 'sign'): Promise<Document> {
  const row = await ctx.load(officialDocument, id);
  return ctx.load(officialDocument, id, kindOf(ctx, row.kind)[step]);
}

async function hasWritten(ctx: CommandContext, row: Document): Promise<boolean> {
  const found = await ctx.row(sql`
    select 1 from official_document_version where document_id = ${row.id} and created_by = ${ctx.viewer.personId} limit 1`);
  return found !== undefined;
}

async function keepVersion(ctx: CommandContext, row: Document): Promise<void> {
  const { title, text, addressee, sentTo, copiedTo, versionNumber, areaCode, mark, ownerUnitId } = row;
  const words = { title, text, addressee, sentTo, copiedTo };
  await ctx.insert(officialDocumentVersion, {
    documentId: row.id,
    versionNumber,
    ...words,
    areaCode,
    mark,
    ownerUnitId,
  });
}
