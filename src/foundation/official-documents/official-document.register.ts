import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { list, reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

export const URGENCIES = [
  { id: '特急', label: { zh: '特急', en: 'Extra urgent' } },
  { id: '加急', label: { zh: '加急', en: 'Urgent' } },
  { id: '平急', label: { zh: '平急', en: 'Normal' } },
] as const;

/** What is written on a paper; every save of it is a version. */
export const WRITTEN = {
  title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
  text: text({ label: { zh: '正文', en: 'Text' }, required: true, max: 60_000 }),
  addressee: text({ label: { zh: '主送', en: 'Addressee' }, max: 200 }),
  sentTo: list({ label: { zh: '报送', en: 'Sent to' } }),
  copiedTo: list({ label: { zh: '抄送', en: 'Copied to' } }),
} as const;

/** 公文: drafted from a record, signed by a second person under the name, number and seal of a hat, then fixed for good. */
export const officialDocument = defineRegister('official_document', {
  plural: 'officialDocuments',
  label: { zh: '公文', en: 'Official document' },
  fields: {
    kind: text({ label: { zh: '文种', en: 'Kind' }, required: true, max: 60 }),
    subjectRegister: text({ label: { zh: '所涉台账', en: 'Register of its subject' }, required: true, max: 60 }),
    subjectId: recordId({
      label: { zh: '所涉记录', en: 'Subject' },
      required: true,
      registerIn: 'subjectRegister',
    }),
    /** The signed paper that this one corrects. */
    earlierId: reference({ label: { zh: '所更正公文', en: 'Corrects' }, to: 'official_document' }),
    ...WRITTEN,
    urgency: choice({ label: { zh: '紧急程度', en: 'Urgency' }, options: URGENCIES }),
    versionNumber: whole({ label: { zh: '稿次', en: 'Version' }, required: true, min: 1 }),
    draftedById: reference({ label: { zh: '起草人', en: 'Drafted by' }, to: 'person', required: true }),
    submittedAt: instant({ label: { zh: '送签时间', en: 'Submitted at' } }),
    returnReason: text({ label: { zh: '退回意见', en: 'Reason of the return' }, max: 500 }),
    signedById: reference({ label: { zh: '签发人', en: 'Signed by' }, to: 'person' }),
    signedAt: instant({ label: { zh: '签发时间', en: 'Signed at' } }),
    /** As they were at the signing: a hat that is renamed later changes no paper. */
    officialName: text({ label: { zh: '发文机关', en: 'Issued in the name of' }, max: 100 }),
    sealFileId: recordId({ label: { zh: '印章图样', en: 'Seal' } }),
  },
  title: 'title',
  list: ['title', 'kind', 'signedAt'],
});
