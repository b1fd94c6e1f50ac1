import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { email } from './email.type.ts';
import { identityCheck, identityNumber } from './identity-number.type.ts';
import { phone, plainPhone } from './phone.type.ts';

const label = { zh: '栏', en: 'Field' };

describe('公民身份号码', () => {
  const { input, mask, blind } = identityNumber({ label });
  // GB 11643-1999's own example and a synthetic one.
  it.each([
    ['11010519491231002', 'X'],
    ['11010719900307001', 'X'],
  ])('%s ends in %s', (seventeen, check) => {
    expect(identityCheck(seventeen)).toBe(check);
    expect(input.parse(` ${seventeen}${check.toLowerCase()} `)).toBe(seventeen + check);
  });

  it('names what is wrong: places, date of birth, check character', () => {
    const words = (text: string) =>
      input
        .safeParse(text)
        .error?.issues.map((issue) => (issue as { params?: { zh: string } }).params?.zh)
        .join();
    expect(words('1101051949')).toContain('18 位');
    expect(words('110105199002300021')).toContain('出生日期');
    expect(words('110105194912310021')).toContain('校验位');
  });

  it('finds every single wrong digit', () => {
    const right = '11010519491231002X';
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
        if (right[at] === String(digit)) return;
        expect(input.safeParse(right.slice(0, at) + digit + right.slice(at + 1)).success).toBe(false);
      }),
    );
  });

  it('is masked to region and tail, and asked for by the whole or its last four', () => {
    expect(mask?.('11010719900307001X')).toBe('110107********001X');
    expect(blind?.words('11010719900307001X')).toEqual(['11010719900307001X', '…001X', '…7001X', '…07001X']);
    expect(blind?.asked('001x')).toBe('…001X');
    expect(blind?.asked('07001x')).toBe('…07001X');
    expect(blind?.asked('307001x')).toBeUndefined();
    expect(blind?.asked('张三')).toBeUndefined();
  });
});

describe('a phone number', () => {
  const { input, doubt, blind } = phone({ label });
  it.each([
    ['139 1234 5678', '13912345678'],
    ['+86-13912345678', '13912345678'],
    ['（010）６８８７１２３４', '010-68871234'],
    ['010-68871234转802', '010-68871234-802'],
    ['68871234', '68871234'],
    ['0311 87654321', '0311-87654321'],
    ['400-810-8888', '4008108888'],
    ['12345', '12345'],
    ['+33 1 23 45 67 89', '+33123456789'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(plainPhone(typed)).toBe(kept);
    expect(input.parse(typed)).toBe(kept);
  });

  it.each(['1391234567', '139123456789', '13912345678/13912345679', '无', '01'])('refuses %s', (typed) => {
    expect(input.safeParse(typed).success).toBe(false);
  });

  it('is found by whole, tail and without its area code; a tail alone is four digits', () => {
    expect(blind?.words('010-68871234-802')).toEqual(['01068871234', '68871234', '…1234', '…71234', '…871234']);
    for (const typed of ['010 68871234', '68871234', '010-68871234-802']) {
      expect(blind?.words('010-68871234-802')).toContain(blind?.asked(typed));
    }
    expect(blind?.asked('1234')).toBe('…1234');
    expect(blind?.asked('871234')).toBe('…871234');
    expect(blind?.asked('古城 1234')).toBeUndefined();
  });

  it('says that no mobile number begins so, and takes it all the same', () => {
    expect(doubt?.('10094990001')?.zh).toContain('号段');
    expect(doubt?.('13912345678')).toBeUndefined();
  });
});

it('an e-mail address is masked, in small letters, and one', () => {
  const { input, mask } = email({ label });
  expect(input.parse(' ZhiBan@Example.CN ')).toBe('zhiban@example.cn');
  expect(input.safeParse('zhiban at example').success).toBe(false);
  expect(mask?.('zhiban@example.cn')).toBe('z***@example.cn');
});
