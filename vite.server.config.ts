import { dirname, join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
const OUT = join(ROOT, 'dist/server');

/** What finds files of its own beside its code, or is large and seldom needed: read from node_modules. */
const APART =
  /^(@electric-sql\/|@expo-google-fonts\/|@node-rs\/|sharp|pdfmake|docx|exceljs|exifr|nodemailer|openid-client|qrcode|tinypool|pg-native)/;

/**
 * The server as one file: reading some 1,700 modules one by one was two thirds of a start. Threads, migrations and fonts
 * are found where the source lies, so a moved checkout keeps working as long as source and `dist` move together.
 */
export default defineConfig({
  root: ROOT,
  publicDir: false,
  plugins: [atTheSource()],
  ssr: { noExternal: true, external: [], target: 'node' },
  build: {
    ssr: 'src/apps/server/main.ts',
    outDir: OUT,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: (id) => APART.test(id),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** `import.meta` of a source file means that file, in the bundle too. */
function atTheSource(): Plugin {
  return {
    name: 'fengsui-at-the-source',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(ROOT, 'src')) || !code.includes('import.meta.')) return null;
      const source = (path: string) => `new URL(${JSON.stringify(relative(OUT, path))}, import.meta.url)`;
      return {
        code: code
          .replaceAll('import.meta.dirname', `decodeURIComponent(${source(dirname(id))}.pathname)`)
          .replaceAll(/import\.meta\.url(?!\))/g, `${source(id)}.href`)
          .replaceAll(/(new URL\('[^']+', )import\.meta\.url\)/g, `$1${source(id)})`),
        map: null,
      };
    },
  };
}
