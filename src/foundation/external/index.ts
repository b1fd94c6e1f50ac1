import { capability } from '../api/define.ts';
import { expireCopies } from './expire-copies.job.ts';
import { expireCopies as mayExpire, noteLookup, readLookup } from './external.permissions.ts';
import { EXTERNAL_RULES } from './external.rules.ts';
import { externalLookup } from './external-lookup.register.ts';
import { note } from './externals.commands.ts';
import { list } from './externals.views.ts';

export { copyCommands } from './copies.commands.ts';
export { type Connector, defineExternal, type ExternalRegister } from './define.ts';
export { externalRoutes } from './externals.routes.ts';

export const externals = capability({
  name: 'external',
  label: { zh: '外部台账', en: 'External registers' },
  registers: [externalLookup],
  permissions: [readLookup, noteLookup, mayExpire],
  commands: [note],
  views: [list],
  jobs: [expireCopies],
  ruleSets: [EXTERNAL_RULES],
});
