import { describe, expect, it } from 'vitest';
import { supply } from './supply.register.ts';

const { code } = supply.fields;

describe('a classification code of GB/T 38565-2020', () => {
  it.each(['1010101', '2990000', '3019999', 'X-TENT', 'X-WATER-550'])('takes %s', (text) => {
    expect(code.input.parse(text)).toBe(text);
  });
  it.each(['4010101', '101010', '10101011', 'TENT', 'X-', 'X--A'])('refuses %s', (text) => {
    expect(code.input.safeParse(text).success).toBe(false);
  });
  it('reads full-width digits and lower case, and nothing as nothing', () => {
    expect(code.input.parse('１０１０１０１')).toBe('1010101');
    expect(code.input.parse('x-tent')).toBe('X-TENT');
    expect(code.input.parse(' ')).toBeNull();
    expect(code.input.parse(undefined)).toBeNull();
  });
});
