// The house rules that no other checker knows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unnamedOptionals } from './complete-lock.mjs';
import { ROOT } from './paths.mjs';

const FOLDERS = ['src', 'tests', 'scripts', 'bench', 'docs', 'deploy', 'migrations', '.ci'];
const ALSO = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'package.json',
  'vite.config.ts',
  'vitest.config.ts',
];
const TEXT = /[.](ts|tsx|mjs|cjs|md|sql|css|json|html|yml|sh)$|^[.]ci\//;
const MOST_LINES = 400;

/** Files that may be longer, each with the reason. */
const LONG_FILES = {};

const RULES = [
  {
    // A wish without an end stays for ever: `TODO: <reason>, until|when|once <condition>`.
    finds: /\b(?:TODO|FIXME|XXX)\b(?!.*\b(?:until|when|once)\b)/,
    says: 'a TODO needs its reason and the condition under which it goes («…, until …»)',
    in: /[.](ts|tsx|mjs|cjs|sql|css)$/,
  },
  { finds: /\b(?:it|test|describe|suite)[.]only\(/, says: 'an .only( hides every other test', in: /[.]tsx?$/ },
  { finds: /@ts-(?:ignore|nocheck|expect-error)/, says: 'the type checker is not silenced', in: /[.]tsx?$/ },
  {
    finds: /(?<![\w.:/`-])\/(?:work\/\w+|root\/[\w.]+|Users\/\w+|home\/\w+)\/\w/,
    says: 'a path of somebody’s machine',
    in: /./,
  },
];

/** What is wrong with one file, as `line: complaint`; `path` is relative to the checkout, with `/`. */
export function styleProblems(path, text) {
  const lines = text.split('\n');
  const problems = RULES.filter((rule) => rule.in.test(path)).flatMap((rule) =>
    lines.flatMap((line, index) => (rule.finds.test(line) ? [`${index + 1}: ${rule.says}`] : [])),
  );
  if (path.startsWith('src/') && lines.length - 1 > MOST_LINES && !(path in LONG_FILES)) {
    problems.push(
      `${lines.length - 1}: more than ${MOST_LINES} lines: split by noun or verb, or list it with a reason`,
    );
  }
  return problems;
}

/** A lock file that names a host sends everybody there; npm finds its own registry without it, and integrity stays. */
export const namesHosts = (lockFile) => /"resolved":\s*"https?:/.test(lockFile);

/** Packages that no decision record names. */
export const undecided = ({ dependencies, devDependencies, optionalDependencies }, decisions) =>
  Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    (name) => !decisions.includes(`\`${name}\``),
  );

function checkedFiles() {
  const inFolders = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  return [...inFolders, ...ALSO.filter((name) => existsSync(join(ROOT, name)))].filter(
    (path) => TEXT.test(path) && !path.includes('/fixtures/') && !/check-style/.test(path),
  );
}

function main() {
  const files = checkedFiles().map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  const complaints = files.flatMap(({ path, text }) =>
    styleProblems(path, text).map((problem) => `${path}:${problem}`),
  );
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  if (unnamedOptionals(JSON.parse(lock)).length > 0) {
    complaints.push('package-lock.json: lacks packages of other platforms; run node scripts/complete-lock.mjs');
  }
  if (namesHosts(lock)) {
    complaints.push('package-lock.json: names a registry host; .npmrc holds omit-lockfile-registry-resolved=true');
  }
  const decisions = files.filter(({ path }) => path.startsWith('docs/decisions/')).map(({ text }) => text);
  for (const name of undecided(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), decisions.join('\n'))) {
    complaints.push(`package.json: ${name} has no line in docs/decisions`);
  }
  for (const complaint of complaints) console.log(complaint);

  // The big noun grows unseen: this line is read every day.
  const lengths = files
    .filter(({ path }) => /^src\/.*[.]tsx?$/.test(path) && !path.includes('.test.'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .sort((one, other) => one.lines - other.lines);
  const at = (share) => lengths[Math.floor(share * (lengths.length - 1))]?.lines ?? 0;
  const largest = lengths
    .slice(-3)
    .reverse()
    .map(({ path, lines }) => `${path} ${lines}`);
  console.log(
    `src: ${lengths.length} files, median ${at(0.5)} lines, 90 % below ${at(0.9)}; largest: ${largest.join(', ')}`,
  );
  process.exit(complaints.length > 0 ? 1 : 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
