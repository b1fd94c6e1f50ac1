import { type AnyCommand, type AnyView, capability } from '../api/define.ts';
import type { Permission } from '../identity/define.ts';
import type { LifecycleDefinition } from '../lifecycle/define.ts';
import type { RegisterDefinition, RegisterFaces } from './define.ts';
import { recordCommands } from './faces.commands.ts';
import { choices, recordViews } from './faces.views.ts';
import { noteExport } from './note-export.commands.ts';

export { fillBlindIndexes } from './fill-blind.ts';
export { sheetRoutes } from './sheets.routes.ts';
export { blindColumn, createTable, fieldColumns, snakeCase } from './table.ts';

/** All that a register's faces give to its capability; spread it and add what is the capability's own. */
export function registerOperations(faces: RegisterFaces): {
  registers: RegisterDefinition[];
  faces: RegisterFaces[];
  lifecycles: LifecycleDefinition[];
  permissions: Permission[];
  commands: AnyCommand[];
  views: AnyView[];
} {
  return {
    registers: [faces.register],
    faces: [faces],
    lifecycles: [faces.lifecycle],
    permissions: [faces.read, faces.keep],
    commands: recordCommands(faces),
    views: recordViews(faces),
  };
}

export const registers = capability({
  name: 'registers',
  label: { zh: '台账', en: 'Registers' },
  commands: [noteExport],
  views: [choices],
});
