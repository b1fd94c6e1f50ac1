import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cellText, type FieldType } from '../define.ts';

const NO_ADDRESS = { zh: '不是有效的电子邮箱，如 zhiban@example.cn', en: 'is no e-mail address' };

/** An e-mail address of a person: sealed, masked, found by the whole address. */
export function email({ label }: { label: Phrase }): FieldType<string | null> {
  const address = z.email();
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return {
    type: 'email',
    label,
    required: false,
    column: 'bytea',
    personal: 'contact',
    input: z
      .string()
      .max(200)
      .transform(plain)
      .refine((text) => text === '' || address.safeParse(text).success, { params: NO_ADDRESS })
      .nullish()
      .transform((text) => text || null),
    fromCell: (cell) => cellText(cell) || null,
    show: (value) => value ?? '',
    mask: (text) => text.replace(/^(.).*(@.*)$/, '$1***$2'),
    blind: {
      kind: 'email',
      words: (text) => [text],
      asked: (typed) => (address.safeParse(plain(typed)).success ? plain(typed) : undefined),
    },
  };
}
