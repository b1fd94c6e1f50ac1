import { type AnyCommand, type AnyView, capability } from '../api/define.ts';
import type { Permission } from '../identity/define.ts';
import type { LifecycleDefinition } from '../lifecycle/define.ts';
import type { Compute, Judge, Needed, RegisterDefinition, RegisterFaces } from './define.ts';
import { recordCommands } from './faces.commands.ts';
import { choices, recordViews } from './faces.views.ts';
import { importRows } from './import-rows.commands.ts';
import { links } from './links.views.ts';
import { duplicatesView } from './merging/duplicates.views.ts';
import { mergeCommands } from './merging/merge.commands.ts';
import { noteExport } from './note-export.commands.ts';

export { correctFields } from './correct-fields.commands.ts';
export { withinInput } from './faces.views.ts';
export { fillBlindIndexes } from './fill-blind.ts';
export { IMPORTED_AT_ONCE, rawRowInput } from './import-rows.commands.ts';
export { type Judged, judgeRows, type RawRow } from './judge-rows.ts';
export { readRow } from './read-row.ts';
export { sheetRoutes } from './sheets.routes.ts';
export { faultOf } from './soundness.rules.ts';
export { blindColumn, createTable, fieldColumns, filterIndexes, keyIndexes, snakeCase } from './table.ts';
export { mayBeNear, outlineShape, SHORTEST_DEGREE, touches, touchesText } from './within.ts';

/** All that a register's faces give to its capability; spread it and add what is the capability's own. */
export function registerOperations(
  declared: RegisterFaces,
  {
    compute = {},
    needed,
    judge,
    without = [],
  }: {
    /** How the `computed` columns are reckoned. */
    compute?: Readonly<Record<string, Compute>>;
    /** What keeps a record from being withdrawn. */
    needed?: Needed;
    /** What is wrong with a whole record that only the server can tell. */
    judge?: Judge;
    /** Commands that the capability does itself: a movement of stock is never a correction. */
    without?: readonly string[];
  } = {},
): {
  registers: RegisterDefinition[];
  faces: RegisterFaces[];
  lifecycles: LifecycleDefinition[];
  permissions: Permission[];
  commands: AnyCommand[];
  views: AnyView[];
} {
  const faces = { ...declared, compute, ...(needed ? { needed } : {}), ...(judge ? { judge } : {}) };
  for (const name of Object.keys(faces.computed)) {
    if (!compute[name]) throw new Error(`${faces.register.name}: nobody reckons the column ${name}`);
  }
  const isKept = ({ name }: { name: string }) => !without.some((verb) => name.endsWith(`.${verb}`));
  const steps = Object.values(faces.lifecycle.transitions).map(({ may }) => may);
  return {
    registers: [faces.register],
    faces: [faces],
    lifecycles: [faces.lifecycle],
    permissions: [...new Set([faces.read, faces.keep, ...steps])],
    commands: [
      ...[...recordCommands(faces), ...mergeCommands(faces)].filter(isKept),
      // What is registered by a command of the capability's own is not imported past it.
      ...(without.includes('register') ? [] : [importRows(faces)]),
    ],
    views: [...recordViews(faces), duplicatesView(faces)].filter(isKept),
  };
}

type Operations = ReturnType<typeof registerOperations>;

/** What several registers of one capability give together: a team, its people, its equipment. */
export function allOf(...each: readonly Operations[]): Operations {
  return {
    registers: each.flatMap((one) => one.registers),
    faces: each.flatMap((one) => one.faces),
    lifecycles: each.flatMap((one) => one.lifecycles),
    permissions: [...new Set(each.flatMap((one) => one.permissions))],
    commands: each.flatMap((one) => one.commands),
    views: each.flatMap((one) => one.views),
  };
}

export const registers = capability({
  name: 'registers',
  label: { zh: '台账', en: 'Registers' },
  commands: [noteExport],
  views: [choices, links],
});
