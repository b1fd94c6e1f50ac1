import { useWorkplace } from '../../design-system/web.ts';

/** Does some capability contribute this screen? A register may do without duplicates and merging. */
export function useHasScreen(path: string): boolean {
  const { contributions } = useWorkplace();
  return contributions.some(({ screens }) => screens.some((screen) => screen.path === path));
}
