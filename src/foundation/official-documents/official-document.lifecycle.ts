import { defineLifecycle } from '../lifecycle/define.ts';
import { draftDocument, signDocument } from './official-document.permissions.ts';
import { officialDocument } from './official-document.register.ts';

/** What is signed has no way back: what changes is a new document that says which one it corrects. */
export const officialDocumentLifecycle = defineLifecycle(officialDocument, {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '待签发', en: 'To be signed' },
    signed: { zh: '已签发', en: 'Signed' },
  },
  transitions: {
    submit: { label: { zh: '送签', en: 'Submit' }, from: ['draft'], to: 'submitted', may: draftDocument },
    return: {
      label: { zh: '退回修改', en: 'Return' },
      from: ['submitted'],
      to: 'draft',
      may: signDocument,
      requires: ['returnReason'],
    },
    sign: {
      label: { zh: '签发', en: 'Sign' },
      from: ['submitted'],
      to: 'signed',
      may: signDocument,
      requires: ['signedById', 'signedAt', 'officialName'],
      cites: '党政机关公文处理工作条例 第二十二条',
    },
  },
});
