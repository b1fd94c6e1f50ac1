import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { filesOf, postgisBundle } from '../../src/foundation/database/postgis-bundle.ts';

const kept = new Set<WebAssembly.Module>();

/**
 * Compiles the embedded database once for all that a process opens: V8 gives the same bytes the same machine code as long as
 * somebody holds it, and each suite ends its database. Without it every suite spends two seconds of two cores on compiling.
 */
export function keepCompiled(): void {
  if (kept.size > 0) return;
  const libraries = filesOf(gunzipSync(readFileSync(postgisBundle()))).filter(({ name }) => name.endsWith('.so'));
  const engine = readFileSync(fileURLToPath(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))));
  for (const bytes of [engine, ...libraries.map(({ content }) => content)])
    kept.add(new WebAssembly.Module(new Uint8Array(bytes)));
}
