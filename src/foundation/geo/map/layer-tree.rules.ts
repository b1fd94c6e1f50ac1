/** A layer that can be switched on, as the tree lists it. */
export interface TreeEntry {
  readonly id: string;
  readonly name: string;
  /** Levels parted by `/`. */
  readonly folder: string;
  /** Of MapLibre, that it needs for itself; records share theirs. */
  readonly drawings?: number;
}

export type TreeRow =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly depth: number;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'layer'; readonly entry: TreeEntry; readonly depth: number };

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly entries: TreeEntry[];
  count: number;
}

/**
 * The rows of the tree that are to be seen, folders before what lies in them, in the order in which they come. Whoever looks for
 * something sees every folder open that holds it.
 */
export function treeRows(entries: readonly TreeEntry[], open: ReadonlySet<string>, wanted: string): TreeRow[] {
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const root: Folder = { folders: new Map(), entries: [], count: 0 };
  for (const entry of entries) {
    const text = `${entry.folder}/${entry.name}`.toLowerCase();
    if (words.every((word) => text.includes(word))) put(root, entry);
  }
  return rowsOf(root, '', 0, (path) => words.length > 0 || open.has(path));
}

function put(root: Folder, entry: TreeEntry): void {
  let at = root;
  for (const name of entry.folder.split('/')) {
    const next = at.folders.get(name) ?? { folders: new Map(), entries: [], count: 0 };
    at.folders.set(name, next);
    next.count += 1;
    at = next;
  }
  at.entries.push(entry);
}

function rowsOf(folder: Folder, above: string, depth: number, isOpen: (path: string) => boolean): TreeRow[] {
  const folders = [...folder.folders].flatMap(([name, inner]): TreeRow[] => {
    const path = above ? `${above}/${name}` : name;
    const open = isOpen(path);
    const row: TreeRow = { kind: 'folder', path, name, depth, count: inner.count, isOpen: open };
    return open ? [row, ...rowsOf(inner, path, depth + 1, isOpen)] : [row];
  });
  return [...folders, ...folder.entries.map((entry): TreeRow => ({ kind: 'layer', entry, depth }))];
}
