import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
const OUT = join(ROOT, 'dist/web');
const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

/** Console at `/`, field app at `/field/`; each asset also lies there compressed, so that the server only hands it out. */
export default defineConfig({
  root: join(ROOT, 'src/apps'),
  publicDir: join(ROOT, 'src/apps/public'),
  plugins: [react(), compressed()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    manifest: true,
    // Inlined files would need data: in the content policy beyond pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { console: join(ROOT, 'src/apps/index.html'), field: join(ROOT, 'src/apps/field/index.html') },
      // A door re-exports everything its folder offers: what a page does not use must not come with it.
      treeshake: {
        moduleSideEffects: (id) =>
          /[.]css$|\/without-eval[.]ts$|\/main[.]tsx$|\/web[.]ts$|[.]html$|node_modules/.test(id.split('?')[0] ?? ''),
      },
    },
  },
  // MapLibre's worker is a module that shares chunks with nobody.
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/health', '/metrics', '/tiles', '/ogc'].map((path) => [path, server])),
  },
});

const TEXT = /[.](js|mjs|css|html|svg|json)$/;
/** Smaller files gain nothing. */
const LEAST_BYTES = 1024;

function compressed(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  return {
    name: 'fengsui-compressed',
    apply: 'build',
    async closeBundle() {
      const entries = await readdir(OUT, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (!entry.isFile() || !TEXT.test(entry.name) || entry.parentPath.includes('.vite')) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < LEAST_BYTES) continue;
        await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
        await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
      }
    },
  };
}
