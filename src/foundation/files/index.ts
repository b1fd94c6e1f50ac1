import { capability } from '../api/define.ts';
import { custody } from './custody/custody.views.ts';
import { destroy } from './custody/destroy.commands.ts';
import { fileHoldLifecycle } from './custody/file-hold.lifecycle.ts';
import { fileHold } from './custody/file-hold.register.ts';
import { lift, place } from './custody/file-holds.commands.ts';
import { list as holds } from './custody/file-holds.views.ts';
import { sweep } from './custody/sweep.job.ts';
import { fileLifecycle } from './file.lifecycle.ts';
import { attachFile, destroyFile, holdFile, keepFile, readFile, readHold, transferFile } from './file.permissions.ts';
import { file } from './file.register.ts';
import { FILE_LIMITS, FILE_RETENTION } from './file-limits.rules.ts';
import { attach, keep, open, transfer } from './files.commands.ts';
import { about, list, of } from './files.views.ts';

export { attachFiles } from './attach.ts';
export { fileRoutes } from './files.routes.ts';
export { drawing } from './pictures/drawing.ts';
export { type FileStore, fileStore, type Stored } from './store.ts';
export { uploadRoutes } from './uploads/uploads.routes.ts';
export { file, readFile };

export const files = capability({
  name: 'files',
  label: { zh: '文件', en: 'Files' },
  registers: [file, fileHold],
  lifecycles: [fileLifecycle, fileHoldLifecycle],
  permissions: [readFile, keepFile, attachFile, transferFile, readHold, holdFile, destroyFile],
  ruleSets: [FILE_LIMITS, FILE_RETENTION],
  commands: [keep, open, attach, transfer, place, lift, destroy],
  jobs: [sweep],
  views: [about, custody, of, list, holds],
  facts: {
    'file.viewed': { zh: '查看原件', en: 'Original looked at' },
    'file.downloaded': { zh: '下载原件', en: 'Original taken' },
  },
});
