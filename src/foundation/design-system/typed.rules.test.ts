import { expect, it } from 'vitest';
import { isPersonalTyped, joinTyped, partTyped } from './typed.rules.ts';

it.each(['13812347766', '138 1234 7766', '138-1234-7766', '+86 13812347766', '１３８１２３４７７６６', '010-68871234'])(
  'keeps a phone out of the address: %s',
  (typed) => expect(isPersonalTyped(typed)).toBe(true),
);
it.each([
  '110107199003070031',
  '11010719900307003x',
  '7766',
  '234776',
  '003X',
  '张伟 13812347766',
  'li@street.example',
])('keeps numbers of people, their tails and letters out of the address: %s', (typed) =>
  expect(isPersonalTyped(typed)).toBe(true),
);
it.each(['张伟', 'zw', '〔2026〕12', '2026-12', '事41234', '八角北里 3 号楼', '116.19,39.91', '12', '古城 2026'])(
  'lets others be passed on: %s',
  (typed) => expect(isPersonalTyped(typed)).toBe(false),
);

it('parts an address and joins it again', () => {
  const address = '/search?q=13812347766&kind=person';
  const { shown, typed } = partTyped(address);
  expect({ shown, typed }).toEqual({ shown: '/search?kind=person', typed: '13812347766' });
  expect(joinTyped(shown, typed)).toBe('/search?kind=person&q=13812347766');
  expect(partTyped('/search?q=13812347766')).toMatchObject({ shown: '/search' });
  expect(partTyped('/search?q=%E5%BC%A0%E4%BC%9F')).toEqual({
    shown: '/search?q=%E5%BC%A0%E4%BC%9F',
    typed: undefined,
  });
});
