import { describe, expect, it } from 'vitest';
import { namesHosts, styleProblems, undecided } from '../../scripts/check-style.mjs';

const complaints = (path: string, text: string) => styleProblems(path, text).length;

describe('the house rules', () => {
  it('let a TODO stand only with its condition', () => {
    expect(complaints('src/kernel/a.ts', '// TODO: tidy this up')).toBe(1);
    expect(complaints('src/kernel/a.ts', '// TODO: reads both shapes, until every installation runs 0.3')).toBe(0);
  });

  it('see what hides tests or silences the type checker', () => {
    expect(complaints('src/kernel/a.test.ts', "it.only('alone', run);")).toBe(1);
    expect(complaints('src/kernel/a.ts', '// @ts-expect-error')).toBe(1);
    expect(complaints('src/kernel/a.ts', 'const only = pick(1);')).toBe(0);
  });

  it('see paths of somebody’s machine, and take URLs and system paths for what they are', () => {
    expect(complaints('docs/a.md', 'run it in /home/li/fengsui/src')).toBe(1);
    expect(complaints('docs/a.md', 'https://example.org/work/of/others')).toBe(0);
    expect(complaints('tests/a.test.ts', "'/usr/lib/postgresql'")).toBe(0);
  });

  it('see a file of src that outgrew reading, and a lock file that names a host', () => {
    expect(complaints('src/response/incidents/a.ts', 'x;\n'.repeat(401))).toBe(1);
    expect(complaints('src/response/incidents/a.ts', 'x;\n'.repeat(400))).toBe(0);
    expect(namesHosts('{ "resolved": "https://somewhere.example/a.tgz" }')).toBe(true);
    expect(namesHosts('{ "integrity": "sha512-…" }')).toBe(false);
  });

  it('see a package that nobody decided on', () => {
    const manifest = { dependencies: { kysely: '1', 'left-pad': '1' }, devDependencies: {}, optionalDependencies: {} };
    expect(undecided(manifest, '- `kysely`: typed queries')).toEqual(['left-pad']);
  });
});
