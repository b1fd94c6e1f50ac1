import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const PLAN_TEXT_FORMATS = [
  { id: 'docx', label: { zh: 'Word 文档', en: 'Word document' } },
  { id: 'html', label: { zh: '网页', en: 'Web page' } },
  { id: 'text', label: { zh: '文本', en: 'Text' } },
] as const;

/** 预案文本: a plan as it was written for people, read from a file into clauses; the source a digital plan is made from. */
export const planText = defineRegister('plan_text', {
  plural: 'planTexts',
  label: { zh: '预案文本', en: 'Text of a plan' },
  fields: {
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    fileName: text({ label: { zh: '文件名', en: 'File name' }, required: true, max: 200 }),
    format: choice({ label: { zh: '格式', en: 'Format' }, options: PLAN_TEXT_FORMATS, required: true }),
    /** Of the file as it came: what was read can be compared with the paper. */
    sha256: text({ label: { zh: '文件摘要', en: 'Digest of the file' }, required: true, max: 64 }),
    confirmedAt: instant({ label: { zh: '核对时间', en: 'Confirmed at' } }),
    reason: text({ label: { zh: '弃用理由', en: 'Reason for discarding' }, max: 500 }),
  },
  title: 'title',
  list: ['title', 'fileName', 'format', 'confirmedAt'],
});
