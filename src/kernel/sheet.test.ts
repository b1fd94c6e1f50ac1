import { expect, it } from 'vitest';
import { sheetText } from './sheet.ts';

it('writes what a sheet program reads back', () => {
  expect(
    sheetText(
      ['编号', '标题'],
      [
        ['事〔2026〕12号', '挖断燃气管，"泄漏"\n古城'],
        [3, null],
      ],
    ),
  ).toBe('\uFEFF编号,标题\r\n事〔2026〕12号,"挖断燃气管，""泄漏""\n古城"\r\n3,\r\n');
});

it.each(['=1+1', '+8610', '-2', '@cmd'])('disarms %s', (text) => {
  expect(sheetText(['a'], [[text]])).toContain(`'${text}`);
});
