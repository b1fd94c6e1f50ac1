import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, wherever it lies and from wherever a task was called. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
