import { expect, it } from 'vitest';
import { pastedLines } from './pasted-lines.rules.ts';

it('reads what was copied from a sheet, with its head and its ways of writing days and figures', () => {
  const text =
    '编号\t数量\t批号\t生产日期\t有效期\t单价\r\nWZ-009\t1,200\tB7\t2026/3/1\t2027年3月1日\t28.5\tA-3\n\nWZ-010\t３\n';
  expect(pastedLines(text)).toEqual([
    {
      itemNo: 'WZ-009',
      quantity: 1200,
      batch: 'B7',
      producedOn: '2026-03-01',
      expiresOn: '2027-03-01',
      price: '28.5',
      location: 'A-3',
    },
    { itemNo: 'WZ-010', quantity: 3, batch: '', producedOn: '', expiresOn: '', price: '', location: '' },
  ]);
});

it('keeps a row whose quantity is none, so that the form names it', () => {
  expect(pastedLines('WZ-001\t12\nWZ-002\t约十箱').map((line) => line.quantity)).toEqual([12, null]);
});
