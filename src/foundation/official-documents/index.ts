import { capability } from '../api/define.ts';
import { defineSearch } from '../search/define.ts';
import { officialDocumentLifecycle } from './official-document.lifecycle.ts';
import { draftDocument, readDocument, signDocument } from './official-document.permissions.ts';
import { officialDocument } from './official-document.register.ts';
import { officialDocumentVersion } from './official-document-version.register.ts';
import { draft, giveBack, revise, sign, submit } from './official-documents.commands.ts';
import { difference, list, record, versions } from './official-documents.views.ts';

export { officialDocumentRoutes } from './official-documents.routes.ts';

export const officialDocuments = capability({
  name: 'official-documents',
  label: { zh: '公文', en: 'Official documents' },
  registers: [officialDocument, officialDocumentVersion],
  lifecycles: [officialDocumentLifecycle],
  permissions: [readDocument, draftDocument, signDocument],
  searches: [defineSearch(officialDocument, { words: ['text'] })],
  commands: [draft, revise, submit, giveBack, sign],
  views: [list, record, versions, difference],
});
