import { expect, it } from 'vitest';
import { defineRegister } from '../registers/define.ts';
import { phone } from '../registers/types/phone.type.ts';
import { text } from '../registers/types/text.type.ts';
import { LEFT_OUT, recognise } from './columns.rules.ts';

const name = text({ label: { zh: '姓名', en: 'Name' }, required: true });
const mobile = phone({ label: { zh: '手机', en: 'Mobile' } });
const of = (fields: Record<string, unknown>, heads: readonly string[]) =>
  recognise(
    {
      fields: defineRegister('t', {
        plural: 'ts',
        label: { zh: '表', en: 'T' },
        fields,
        title: 'name',
        list: [],
      } as never).fields,
      heads: {},
      hasOwner: false,
    },
    heads.map((title, index) => ({ index, title })),
  );

it('reads what sheets call a number to ring up as the one phone there is, and of two none by guess', () => {
  for (const head of ['电话', '联系电话', '手机号码'])
    expect(of({ name, mobile }, ['姓名', head])).toEqual(['name', 'mobile']);
  const office = phone({ label: { zh: '座机', en: 'Office phone' } });
  expect(of({ name, mobile, office }, ['姓名', '电话', '座机'])).toEqual(['name', LEFT_OUT, 'office']);
});
