import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURES = join(import.meta.dirname, 'fixtures');

interface Violation {
  from: string;
  rule: { name: string };
}
interface Cruise {
  summary: { violations: Violation[]; totalCruised: number; totalDependenciesCruised: number };
}

/** A planted breach says in its first line which rule must find it. */
const planted = readdirSync(join(FIXTURES, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    return {
      file: relative(FIXTURES, path),
      rule: /^\/\/ breach: (\S+)/.exec(text)?.[1],
      isGood: !/^\/\/ (breach|accomplice):/.test(text),
    };
  })
  .sort((one, other) => one.file.localeCompare(other.file));

function cruise(paths: string[]): Cruise {
  const checker = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [checker, '--config', config, '--output-type', 'json', ...paths], {
    cwd: FIXTURES,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(run.stdout) as Cruise;
}

describe('the layer rules', () => {
  const ofFolders = 'capabilities-form-no-circle';
  let whole: Cruise;
  beforeAll(() => {
    whole = cruise(['src']);
  });

  it('find every planted breach by name, and nothing else', () => {
    const found = whole.summary.violations
      .filter((violation) => violation.rule.name !== ofFolders)
      .map((violation) => `${violation.from}: ${violation.rule.name}`);
    const expected = planted
      .filter(({ rule }) => rule !== undefined && rule !== ofFolders)
      .map(({ file, rule }) => `${file}: ${rule}`);
    expect(expected.length).toBeGreaterThanOrEqual(30);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('find a circle of capabilities that is no circle of files', () => {
    const folders = whole.summary.violations.filter((violation) => violation.rule.name === ofFolders);
    expect(folders.map((violation) => violation.from)).toEqual(
      expect.arrayContaining(['src/recovery/losses', 'src/recovery/relief']),
    );
  });

  it('raise no alarm on the good files', () => {
    // A file named on the command line is read even when the configuration leaves it out, as it does tests.
    const good = planted.filter(({ file, isGood }) => isGood && !file.includes('.test.')).map(({ file }) => file);
    const { summary } = cruise(good);
    expect(summary.violations).toEqual([]);
    // The checker that cannot read TypeScript sees files without imports, and calls any tree sound.
    expect(summary.totalDependenciesCruised).toBeGreaterThanOrEqual(25);
  });

  it('are each kept by at least one planted breach', () => {
    const config = readFileSync(join(ROOT, '.dependency-cruiser.cjs'), 'utf8');
    const named = [...config.matchAll(/rule\(\s*'([a-z-]+)'/g)].map((match) => match[1]);
    const rules = new Set(planted.map(({ rule }) => rule));
    expect(named.length).toBeGreaterThanOrEqual(20);
    expect(named.filter((name) => !rules.has(name))).toEqual([]);
  });
});
