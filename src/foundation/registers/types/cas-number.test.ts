import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { casCheck, casNumber, isCasNumber } from './cas-number.type.ts';

const REAL = join(import.meta.dirname, '../../../../../shared/realdata/chem');
const HAS_THEM = existsSync(REAL);
if (!HAS_THEM) console.warn(`skipped: no real files at ${REAL}`);
const numbersOf = (name: string) =>
  [...readFileSync(join(REAL, name), 'utf8').matchAll(/cas: "([^"]*)"/g)].map(([, number = '']) => number);

const { input } = casNumber({ label: { zh: 'CAS', en: 'CAS' } });

it('knows ammonia, chlorine and water, and no other last digit', () => {
  for (const number of ['7664-41-7', '7782-50-5', '7732-18-5', '64-17-5']) expect(isCasNumber(number)).toBe(true);
  for (const number of ['7664-41-8', '7664-14-7', '0064-17-5', '64-17', '64175', '']) {
    expect(isCasNumber(number)).toBe(false);
  }
});

it('reads it as people write it, and refuses what is none with an example', () => {
  expect(input.parse('CAS号：７６６４－４１－７ ')).toBe('7664-41-7');
  expect(input.parse('7664–41–7')).toBe('7664-41-7');
  expect(input.parse('')).toBeNull();
  const { error } = input.safeParse('7664-41-8');
  expect(JSON.stringify(error?.issues)).toContain('校验位');
});

it('finds every exchange of neighbouring digits that differ', () => {
  const body = fc.stringMatching(/^[1-9]\d{3,7}$/);
  fc.assert(
    fc.property(body, fc.nat(), (digits, at) => {
      const index = at % (digits.length - 1);
      const [one = '', other = ''] = digits.slice(index, index + 2);
      const swapped = digits.slice(0, index) + other + one + digits.slice(index + 2);
      // Weights of neighbours differ by one: only a difference of ten would escape, and there is none between digits.
      expect(casCheck(swapped) === casCheck(digits)).toBe(one === other);
    }),
  );
});

it.skipIf(!HAS_THEM)('agrees with lists of others wherever they give one number', () => {
  const numbers = [...numbersOf('chemicals.js'), ...numbersOf('gb18218-chemicals.js')].filter(Boolean);
  const [right, wrong] = [numbers.filter(isCasNumber), numbers.filter((number) => !isCasNumber(number))];
  expect(right).toHaveLength(86);
  // Three mixtures: several numbers, or a name beside one. A right number under a wrong name no digit can tell.
  expect(wrong).toHaveLength(3);
});
