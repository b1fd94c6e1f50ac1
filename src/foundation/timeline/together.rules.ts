interface Happened {
  readonly kind: string;
  readonly happenedAt: string | Date;
  readonly actorName: string;
}

/**
 * One act that did the same to many (a plan's orders) reads as one line: neighbours and near neighbours of the same kind,
 * instant and person stand together, in the place of the first.
 */
export function together<Entry extends Happened>(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const key = `${entry.kind} ${new Date(entry.happenedAt).getTime()} ${entry.actorName}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}
