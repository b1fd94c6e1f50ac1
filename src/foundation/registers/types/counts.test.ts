import { expect, it } from 'vitest';
import { counts } from './counts.type.ts';

const field = counts({
  label: { zh: '要求反馈', en: 'Evidence asked' },
  options: [
    { id: 'photo', label: { zh: '现场照片', en: 'Photos' } },
    { id: 'paper', label: { zh: '书面材料', en: 'Papers' } },
  ],
});

it('keeps what is counted in the order of the list and leaves out nothing and nought', () => {
  expect(field.input.parse({ paper: 1, photo: 2 })).toEqual({ photo: 2, paper: 1 });
  expect(Object.keys(field.input.parse({ paper: 1, photo: 2 }))).toEqual(['photo', 'paper']);
  expect(field.input.parse({ photo: 0 })).toEqual({});
  expect(field.input.parse(null)).toEqual({});
});

it.each([[{ photo: -1 }], [{ photo: 1.5 }], [{ photo: 21 }], [{ drawing: 1 }], ['photo']])('refuses %j', (given) => {
  expect(field.input.safeParse(given).success).toBe(false);
});

it('reads a cell as it shows it, in both languages', () => {
  const value = { photo: 2, paper: 1 } as const;
  expect(field.show(value, 'zh')).toBe('现场照片 2、书面材料 1');
  for (const language of ['zh', 'en'] as const) {
    expect(field.input.parse(field.fromCell(field.show(value, language)))).toEqual(value);
  }
  expect(field.fromCell('现场照片')).toEqual({ photo: 1 });
  expect(field.input.safeParse(field.fromCell('图纸 2')).success).toBe(false);
  expect(field.fromCell(null)).toEqual({});
});
