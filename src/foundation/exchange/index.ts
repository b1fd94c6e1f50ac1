import { capability } from '../api/define.ts';
import { checkImport } from './check-import.job.ts';
import { importLifecycle } from './import.lifecycle.ts';
import { makeImport, readImport } from './import.permissions.ts';
import { fileImport } from './import.register.ts';
import { abandon, answer, check, finish, judge, receive, write } from './imports.commands.ts';
import { list, origins, problems, record, targets } from './imports.views.ts';
import { sweepImports } from './sweep-imports.job.ts';
import { writeImport } from './write-import.job.ts';
import { writeRows } from './write-rows.commands.ts';

export { type FeatureFile, featuresOf, type SourceFeature } from './features.ts';
export { importRoutes } from './imports.routes.ts';
export { type Archive, openArchive } from './readers/zip-weight.ts';
export { type GivenFile, receiveFile } from './receive-file.ts';
export { MOST_BYTES, stage, stagedPath, unstage } from './stage.ts';

export const exchange = capability({
  name: 'exchange',
  label: { zh: '数据导入', en: 'Import' },
  registers: [fileImport],
  lifecycles: [importLifecycle],
  permissions: [readImport, makeImport],
  commands: [receive, check, judge, answer, write, writeRows, finish, abandon],
  views: [list, record, problems, origins, targets],
  jobs: [checkImport, writeImport, sweepImports],
});
