import { webContribution } from '../design-system/web.ts';

export { DraftDocument } from './screens/DraftDocument.part.tsx';

/** 公文 in the browser: all of them, and each as it reads, with its versions side by side. */
export const officialDocumentsWeb = webContribution({
  name: 'official-documents',
  screens: [
    {
      path: '/official-documents',
      title: { zh: '公文', en: 'Official documents' },
      menu: { group: 'response', order: 45 },
      permission: 'official_document.read',
      load: () => import('./screens/DocumentList.screen.tsx'),
    },
    {
      path: '/official-documents/:id',
      title: { zh: '公文', en: 'Official document' },
      permission: 'official_document.read',
      load: () => import('./screens/DocumentFile.screen.tsx'),
    },
  ],
});
