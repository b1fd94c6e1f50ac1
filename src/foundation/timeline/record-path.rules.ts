import { kebabCase } from '../../kernel/names.ts';
/**
 * The address of a record's page: by the house's rule `/incidents/<id>` for the register whose plural is `incidents`, or
 * the screen that says it shows `records` of that plural. Undefined when there is none that this person may open.
 */
export function recordPath(
  screens: readonly { readonly path: string; readonly permission?: string; readonly records?: string }[],
  may: (permission: string | undefined) => boolean,
  { plural, id }: { plural: string; id: string },
): string | undefined {
  const folder = `/${kebabCase(plural)}`;
  const screen = screens.find(({ path, records }) => path === `${folder}/:id` || (plural !== '' && records === plural));
  return screen && may(screen.permission) ? screen.path.replace(':id', id) : undefined;
}
