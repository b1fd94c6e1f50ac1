// `npm run lint`: everything that can be told without running the product. `-- --write` lets the formatter mend what it can.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { capture } from './run.mjs';

const tool = (...path) => join(ROOT, 'node_modules', ...path);
const node = (...args) => [process.execPath, args];
const types = (project) =>
  node(tool('typescript7', 'bin', 'tsc'), '--noEmit', '--pretty', 'false', '--project', project);
const script = (name) => node(join(ROOT, 'scripts', name));
const write = process.argv.includes('--write') ? ['--write'] : [];

/**
 * A pure file or a screen may take types from a server file, which is then read in an environment it was not written for:
 * each environment judges only its own files (that they import nothing else is the layers' business).
 */
const only = (ownFiles) => (line) =>
  !/^src\/\S+\(\d+,\d+\): error/.test(line) || ownFiles.test(line.slice(0, line.indexOf('(')));
const PURE = /[.](register|lifecycle|permissions|rules|protocol|type)[.]ts$|\/define[.]ts$|^src\/kernel\//;
const BROWSER = /[.]tsx$|\/web[.]ts$|^src\/apps\/(console|field|portal)\/|^src\/foundation\/design-system\//;

const CHECKS = [
  {
    name: 'format and lint',
    run: node(tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--colors=off', ...write, '.'),
  },
  { name: 'types: pure', run: types('tsconfig.pure.json'), keep: only(PURE) },
  { name: 'types: server', run: types('tsconfig.server.json') },
  { name: 'types: browser', run: types('tsconfig.browser.json'), keep: only(BROWSER) },
  { name: 'types: tests and all', run: types('tsconfig.json') },
  {
    name: 'layers',
    run: node(
      tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'src',
    ),
  },
  { name: 'style', run: script('check-style.mjs'), speaks: true },
  { name: 'phrases', run: script('check-phrases.mjs'), onlyIf: existsSync(join(ROOT, 'scripts', 'check-phrases.mjs')) },
];

async function judge({ name, run: [command, args], keep, speaks }) {
  const start = performance.now();
  const result = await capture(command, args);
  const lines = result.output.split('\n').filter((line) => line.trim() !== '');
  const kept = keep ? lines.filter(keep) : lines;
  const isSound =
    result.code === 0 || (keep !== undefined && lines.length > 0 && !kept.some((line) => /\berror\b/.test(line)));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${isSound ? '✓' : '✗'} ${name}  ${seconds} s`);
  if (!isSound || speaks) console.log(kept.map((line) => `  ${line}`).join('\n'));
  return isSound;
}

const verdicts = await Promise.all(CHECKS.filter(({ onlyIf }) => onlyIf !== false).map(judge));
const failed = verdicts.filter((isSound) => !isSound).length;
if (failed > 0) console.log(`lint: ${failed} of ${verdicts.length} checks failed`);
process.exit(failed > 0 ? 1 : 0);
