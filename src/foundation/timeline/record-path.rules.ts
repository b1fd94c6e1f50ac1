/**
 * The address of a record's page: by the house's rule `/incidents/<id>` for the register whose plural is `incidents`.
 * Undefined when no screen stands there, or none that this person may open.
 */
export function recordPath(
  screens: readonly { readonly path: string; readonly permission?: string }[],
  may: (permission: string | undefined) => boolean,
  { plural, id }: { plural: string; id: string },
): string | undefined {
  const folder = `/${plural.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const screen = screens.find(({ path }) => path === `${folder}/:id`);
  return screen && may(screen.permission) ? `${folder}/${id}` : undefined;
}
