// The one entry for every task: `node scripts/boot.mjs <task> [arguments]`, as package.json calls it.
// It runs on the host's Node (≥ 20, no dependency installed yet) and hands over to the Node 24 that package-lock.json pins,
// so that everybody runs the same runtime. Everything said here goes to standard error: a task's own output stays clean.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './paths.mjs';
import { run, stopAll } from './run.mjs';
import { ensureTestPackages } from './test-packages.mjs';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`烽燧需要 Node.js 20 或更高版本,当前是 ${process.version}。`);
  console.error(`Fengsui needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const CLI_TASKS = [
  'migration',
  'demo:reset',
  'demo:logins',
  'demo:scale',
  'backup',
  'restore',
  'restore-drill',
  'verify-timeline',
];
const SCRIPT_TASKS = {
  test: 'scripts/test.mjs',
  lint: 'scripts/lint.mjs',
  bench: 'bench/main.ts',
  'bench:peers': 'bench/peers.ts',
};
const TASKS = ['start', 'dev', 'build', ...Object.keys(SCRIPT_TASKS), ...CLI_TASKS];

const [task, ...args] = process.argv.slice(2);
if (!TASKS.includes(task)) {
  console.error(`没有这个任务 / no such task: ${task ?? '(none)'}\n${TASKS.join('  ')}`);
  process.exit(2);
}

const node = ensureInstalled();
const env = {
  ...process.env,
  // Stripped types are kept between starts: 300 files in 0.2 s instead of seconds.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, 'node_modules', '.cache', 'compile'),
};
/** What a person types on a laptop is the demo; `deploy/` sets FENGSUI_DEMO=0, where demo logins do not exist. */
const demoEnv = { ...env, FENGSUI_DEMO: process.env.FENGSUI_DEMO ?? '1' };
/** As built; while one develops, from the source. */
const built = join(ROOT, 'dist', 'server', 'main.js');
const server = join(ROOT, 'src', 'apps', 'server', 'main.ts');
const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

if (task === 'start') {
  if (!ensureBuilt(node)) process.exit(1);
  process.exit(await run(node, [built, ...args], { env: demoEnv }));
} else if (task === 'dev') {
  const both = [
    run(node, ['--watch', '--watch-preserve-output', server, ...args], { env: demoEnv }),
    run(node, [vite, 'dev'], { env: demoEnv }),
  ];
  const code = await Promise.race(both);
  stopAll();
  await Promise.all(both);
  process.exit(code);
} else if (task === 'build') {
  process.exit(ensureBuilt(node, { force: true }) ? 0 : 1);
} else if (task in SCRIPT_TASKS) {
  // The judge of the figures is a real PostgreSQL; the tests see to what they need themselves.
  const missing = task === 'bench' ? ensureTestPackages() : [];
  if (missing.length > 0) {
    console.error(`缺少系统软件包 / missing system packages: ${missing.join(' ')}`);
    process.exit(1);
  }
  process.exit(await run(node, [join(ROOT, SCRIPT_TASKS[task]), ...args], { env }));
} else {
  process.exit(await run(node, [join(ROOT, 'src', 'apps', 'cli', 'main.ts'), task, ...args], { env: demoEnv }));
}
