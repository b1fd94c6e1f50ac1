/** How a cell of the table is: nobody at all, nobody leads, several lead, or as it should be. */
export type CellState = 'gap' | 'headless' | 'double' | 'sound';

/** One lead, any number of supporters; anything else is called out. */
export function cellState(parts: readonly ('lead' | 'support')[]): CellState {
  const leads = parts.filter((part) => part === 'lead').length;
  if (parts.length === 0) return 'gap';
  if (leads === 0) return 'headless';
  return leads > 1 ? 'double' : 'sound';
}
