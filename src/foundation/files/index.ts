import { capability } from '../api/define.ts';
import { keepFile, readFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { keep } from './files.commands.ts';
import { about } from './files.views.ts';

export { attachFiles } from './attach.ts';
export { fileRoutes } from './files.routes.ts';
export { type FileStore, fileStore, type Stored } from './store.ts';
export { file, readFile };

export const files = capability({
  name: 'files',
  label: { zh: '文件', en: 'Files' },
  registers: [file],
  permissions: [readFile, keepFile],
  commands: [keep],
  views: [about],
});
