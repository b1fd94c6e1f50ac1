import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { json } from '../../foundation/registers/types/json.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const CLAUSE_KINDS = [
  { id: 'preface', label: { zh: '前言', en: 'Preface' } },
  { id: 'clause', label: { zh: '条款', en: 'Clause' } },
  { id: 'annex', label: { zh: '附件', en: 'Annex' } },
] as const;

/** One clause of a text, in its order; `depth` says what it lies beneath. */
export const planClause = defineRegister('plan_clause', {
  plural: 'planClauses',
  label: { zh: '预案文本条款', en: 'Clause of a text' },
  fields: {
    textId: reference({ label: { zh: '预案文本', en: 'Text' }, to: 'plan_text', required: true }),
    position: whole({ label: { zh: '顺序', en: 'Position' }, required: true }),
    depth: whole({ label: { zh: '层级', en: 'Depth' }, required: true, max: 9 }),
    clauseKind: choice({ label: { zh: '类别', en: 'Kind' }, options: CLAUSE_KINDS, required: true }),
    clauseNumber: text({ label: { zh: '编号', en: 'Number' }, max: 60 }),
    heading: text({ label: { zh: '标题', en: 'Heading' }, max: 400 }),
    body: text({ label: { zh: '正文', en: 'Text' }, max: 1_000_000 }),
    /** Rows of cells, as they stood. */
    tables: json<string[][][]>({ label: { zh: '表格', en: 'Tables' } }),
  },
  title: 'heading',
  list: ['clauseNumber', 'heading'],
  constraints: ['unique (text_id, position)'],
});
