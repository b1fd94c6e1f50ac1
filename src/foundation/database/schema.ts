/**
 * Tables as Kysely knows them. Capabilities add theirs by module augmentation where typed queries pay; most queries
 * are SQL that starts from a scoped relation.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by module augmentation
export interface DatabaseSchema {}
