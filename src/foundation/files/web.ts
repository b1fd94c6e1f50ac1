/* The browser door of files: a record's files as a part of its page, a field of files, the pages of evidence. */
import { webContribution } from '../design-system/web.ts';

export { FileList } from './screens/FileList.part.tsx';
export { FileLinks, FilesField } from './screens/FilesField.part.tsx';

export const filesWeb = webContribution({
  name: 'files',
  screens: [
    {
      path: '/files',
      title: { zh: '证据文件', en: 'Evidence files' },
      menu: { group: 'response', order: 70 },
      permission: 'file_hold.read',
      load: () => import('./screens/EvidenceList.screen.tsx'),
    },
    {
      path: '/files/:id',
      title: { zh: '文件', en: 'File' },
      permission: 'file.read',
      load: () => import('./screens/FileFile.screen.tsx'),
    },
    {
      path: '/file-holds',
      title: { zh: '证据保全', en: 'Legal holds' },
      permission: 'file_hold.read',
      load: () => import('./screens/HoldList.screen.tsx'),
    },
  ],
});
