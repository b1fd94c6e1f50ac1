import { describe, expect, it } from 'vitest';
import { codeAt, newEnrolment, stepOf } from './second-factor.ts';

// RFC 6238, appendix B, SHA-1: the secret is the ASCII text 12345678901234567890; the last six of its eight digits.
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('agree with RFC 6238 at second %i', (second, code) => {
    const at = new Date(second * 1000);
    expect(codeAt(RFC_SECRET, at)).toBe(code);
    expect(stepOf(RFC_SECRET, code, at)).toBe(Math.floor(second / 30));
  });

  it('fit one step before and after and name the step they belong to', () => {
    const at = new Date('2026-11-24T08:00:05+08:00');
    const code = codeAt(RFC_SECRET, at);
    const step = stepOf(RFC_SECRET, code, at);
    expect(stepOf(RFC_SECRET, code, new Date(at.getTime() + 30_000))).toBe(step);
    expect(stepOf(RFC_SECRET, code, new Date(at.getTime() - 30_000))).toBe(step);
    expect(stepOf(RFC_SECRET, code, new Date(at.getTime() + 90_000))).toBeUndefined();
  });

  it.each(['', '28708', '2870820', 'abcdef', '２８７０８２', '287 082'])('refuse %j', (code) => {
    expect(stepOf(RFC_SECRET, code, new Date(59_000))).toBeUndefined();
  });

  it('are enrolled with a secret of 160 bits, an address and its picture', async () => {
    const enrolment = await newEnrolment('zhang.wei', '石景山区应急指挥中心');
    expect(enrolment.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new URL(enrolment.uri).searchParams.get('secret')).toBe(enrolment.secret);
    expect(enrolment.picture).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  });
});
