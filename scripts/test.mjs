// `npm test`: everything, from the packages it needs to the browser journeys, and one closing line with the true totals.
// `npm test -- <path or name>` runs only the tests that match, without the rest.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { ensureTestPackages } from './test-packages.mjs';

const RESULTS = join(ROOT, 'test-results');
const filters = process.argv.slice(2);
const totals = { passed: 0, failed: 0, skipped: 0 };

/** A test starts its own servers and databases: those of the person at the keyboard are not for it. */
const env = { ...process.env };
for (const name of ['DATABASE_URL', 'FENGSUI_HOME', 'FENGSUI_DEMO', 'NATS_URL', 'PORT', 'NODE_ENV']) delete env[name];
const noInput = { env, stdio: ['ignore', 'inherit', 'inherit'] };

function close() {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
  process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
}

async function stage(name, work) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  // Whatever breaks here is one failure more; the closing line comes all the same.
  const isSound = await Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(error);
      return false;
    });
  if (!isSound) {
    totals.failed += 1;
    console.log(`── ${name}: failed`);
  }
  console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

/** Counts one Vitest run from its own report; true when the run says no more than its tests do. */
async function vitest(project) {
  const report = join(RESULTS, `${project}.json`);
  rmSync(report, { force: true });
  const entry = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const selection = filters.length > 0 ? ['--passWithNoTests', ...filters] : [];
  const code = await run(process.execPath, [entry, 'run', '--project', project, ...reporters, ...selection], noInput);
  if (!existsSync(report)) return false;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not even be read has no test to fail.
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(hasFailed));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests + brokenFiles.length;
  totals.skipped += numPendingTests + numTodoTests;
  // Anything else that made it fail (an error outside of tests, a crash after the report) counts as one more.
  return code === 0 || numFailedTests + brokenFiles.length > 0;
}

const hasFailed = (result) => result.status === 'failed';
const hasJourneys = () =>
  existsSync(join(ROOT, 'tests', 'journeys')) &&
  readdirSync(join(ROOT, 'tests', 'journeys'), { recursive: true }).some((name) => name.endsWith('.test.ts'));

mkdirSync(RESULTS, { recursive: true });
const missing = ensureTestPackages();
if (missing.length > 0) {
  console.error(
    `测试缺少以下系统软件包,请以 root 安装 / the tests need these system packages; install them as root:\n`,
  );
  console.error(`  apt-get install --no-install-recommends ${missing.join(' ')}`);
  totals.failed += 1;
  close();
}

if (filters.length === 0)
  await stage('lint', async () => (await run(process.execPath, [join(ROOT, 'scripts', 'lint.mjs')], noInput)) === 0);
let isBuilt = false;
await stage('browser build', () => {
  isBuilt = ensureBuilt(process.execPath);
  return isBuilt;
});
await stage('rules, services, faults', () => vitest('main'));
if (isBuilt && hasJourneys()) await stage('journeys', () => vitest('journeys'));
close();
