import { defineRegister } from '../registers/define.ts';
import { whole } from '../registers/types/number.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { WRITTEN } from './official-document.register.ts';

/** 公文稿次: the words of one save, with who and when. There is no operation that changes one. */
export const officialDocumentVersion = defineRegister('official_document_version', {
  plural: 'officialDocumentVersions',
  label: { zh: '公文稿次', en: 'Version of a document' },
  fields: {
    documentId: reference({ label: { zh: '公文', en: 'Document' }, to: 'official_document', required: true }),
    versionNumber: whole({ label: { zh: '稿次', en: 'Version' }, required: true, min: 1 }),
    ...WRITTEN,
  },
  title: 'title',
  list: ['title', 'versionNumber'],
  constraints: ['unique (document_id, version_number)'],
});
