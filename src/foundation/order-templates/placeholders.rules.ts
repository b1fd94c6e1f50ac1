const PLACEHOLDER = /\{([^{}\n]{1,20})\}/g;

/** Names of what a template asks for, each once, in the order they stand in it. */
export function placeholdersOf(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')))];
}

/** The text with what was given in its places; what was not given stays visible as it is. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => values[name]?.trim() || whole);
}
