import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';
import { cleanText } from './text.type.ts';

const plain = (text: string) => cleanText(text.normalize('NFKC')).replaceAll(/\s+/g, ' ');
const EMPTY = { zh: '必须填写', en: 'is required' };

/**
 * The name of somebody of the public: sealed under the record's own key, masked until revealed with a reason, found by the
 * whole name through a blind index (个保法 第51条). Names of staff, who act in public, are plain texts.
 */
export function personName({
  label,
  required = false,
}: {
  label: Phrase;
  required?: boolean;
}): FieldType<string | null> {
  const input = z.string().max(60).transform(plain);
  const filled = input.refine((text) => text !== '', { params: EMPTY });
  return {
    type: 'personName',
    label,
    required,
    column: 'bytea',
    personal: 'contact',
    input: required ? filled : input.nullish().transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
    // 张三 → 张*, 欧阳某某 → 欧***: the first character alone, as many stars as are left out.
    mask: (text) => `${[...text][0] ?? ''}${'*'.repeat(Math.max(1, [...text].length - 1))}`,
    blind: {
      kind: 'person_name',
      words: (text) => [text],
      asked: (typed) => (/^[\p{Script=Han}·]{2,20}$/u.test(plain(typed)) ? plain(typed) : undefined),
    },
  };
}
