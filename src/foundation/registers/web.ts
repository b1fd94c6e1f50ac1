/* The browser door of registers: list, page and form of a register from its faces. */
import { createElement } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import type { PartContribution, Screen } from '../design-system/web.ts';
import type { RegisterFaces } from './define.ts';
import type { RecordJson } from './record-views.part.tsx';

export type { RegisterFaces } from './define.ts';
export { GroundNote, useGroundFilter } from './ground-filter.part.tsx';
export type { RecordJson } from './record-views.part.tsx';

type Draw = typeof import('./record-screens.part.tsx');

/**
 * The screens of a register: `/experts`, `…/new`, `…/duplicates`, `…/:id`, `…/:id/correction`, `…/:id/merge`. The definition is
 * loaded with the first of them, so that the first page of the console stays small.
 */
export function registerScreens(
  path: string,
  {
    title,
    name,
    menu,
    load,
    without = [],
  }: {
    title: Phrase;
    /** Name of the register, as its permissions start: `expert`. */
    name: string;
    /** Without it the register is reached from the records it belongs to, and by searching. */
    menu?: Screen['menu'];
    load: () => Promise<RegisterFaces>;
    /** Screens that the capability draws itself, or does without. */
    without?: readonly ('list' | 'new' | 'duplicates' | 'record' | 'correction' | 'merge')[];
  },
): Screen[] {
  const screen = (which: Exclude<keyof Draw, 'ChildRecords'>) => async () => {
    const [draw, faces] = await Promise.all([import('./record-screens.part.tsx'), load()]);
    return { default: () => createElement(draw[which], { faces, path }) };
  };
  const [read, keep] = [`${name}.read`, `${name}.keep`];
  const verb = (zh: string, en: string) => ({ zh: `${zh}${title.zh}`, en: `${en}: ${title.en}` });
  const screens = {
    list: { path, title, ...(menu ? { menu } : {}), permission: read, load: screen('RecordList') },
    new: { path: `${path}/new`, title: verb('登记', 'Register'), permission: keep, load: screen('NewRecord') },
    duplicates: {
      path: `${path}/duplicates`,
      title: verb('查重：', 'Possible duplicates'),
      permission: keep,
      load: screen('DuplicateList'),
    },
    record: { path: `${path}/:id`, title, permission: read, load: screen('RecordFile') },
    correction: {
      path: `${path}/:id/correction`,
      title: verb('更正', 'Correct'),
      permission: keep,
      load: screen('CorrectRecord'),
    },
    merge: { path: `${path}/:id/merge`, title: verb('合并', 'Merge'), permission: keep, load: screen('MergeRecords') },
  };
  return Object.entries(screens).flatMap(([name, one]) =>
    without.includes(name as keyof typeof screens) ? [] : [one],
  );
}

/**
 * A section on the page of a record that lists what belongs to it, with a button to add one: the people of a team. Their
 * register must have `of`, the reference to that record, among its filters.
 */
export function childRecords(
  register: string,
  {
    title,
    of,
    path,
    sort,
    load,
    permission,
  }: {
    title: Phrase;
    of: string;
    path: string;
    /** A column in whose order they stand; as their list unless told. */
    sort?: string;
    load: () => Promise<RegisterFaces>;
    /** `<register>.read` of theirs, where not everybody who opens the page may see them. */
    permission?: string;
  },
): PartContribution {
  return {
    ...(permission ? { permission } : {}),
    at: `${register}.sections`,
    name: `${register}${path.replaceAll('/', '.')}`,
    title,
    load: async () => {
      const [{ ChildRecords }, faces] = await Promise.all([import('./record-screens.part.tsx'), load()]);
      return {
        default: ({ record }: { record: RecordJson }) => createElement(ChildRecords, { faces, of, path, sort, record }),
      };
    },
  };
}
