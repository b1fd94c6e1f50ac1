/**
 * Lines of a CSV file (RFC 4180) with a byte order mark, so that Excel reads Chinese. A text that a sheet would take for a
 * formula gets an apostrophe: what a caller dictated must not run on somebody's machine. Without a head: further lines.
 */
export function sheetText(
  head: readonly string[] | undefined,
  rows: readonly (readonly (string | number | null | undefined)[])[],
) {
  const lines = [...(head ? [head] : []), ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`);
  return `${head ? '\uFEFF' : ''}${lines.join('')}`;
}

function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
