/** Columns shown, by their keys, after one is put before another, or at the end. */
export function columnPut(shown: readonly string[], key: string, before: string | undefined): readonly string[] {
  if (key === before || !shown.includes(key)) return shown;
  const others = shown.filter((one) => one !== key);
  const at = before === undefined ? others.length : others.indexOf(before);
  return at < 0 ? shown : [...others.slice(0, at), key, ...others.slice(at)];
}

/** One place to the left (−1) or to the right (1). */
export function columnMoved(shown: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const at = shown.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return shown;
  const others = shown.filter((one) => one !== key);
  return [...others.slice(0, to), key, ...others.slice(to)];
}

/** Taken out, or put in where the list declares it: before the first that is declared after it. The last one stays. */
export function columnTurned(shown: readonly string[], declared: readonly string[], key: string): readonly string[] {
  if (shown.includes(key)) return shown.length > 1 ? shown.filter((one) => one !== key) : shown;
  const place = declared.indexOf(key);
  return columnPut(
    [...shown, key],
    key,
    shown.find((one) => declared.indexOf(one) > place),
  );
}
