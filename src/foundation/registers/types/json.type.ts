import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../define.ts';

/** What code keeps for itself, such as where a long work goes on; set by commands, never typed by a person. */
export function json<Value = unknown>({ label }: { label: Phrase }): FieldType<Value | null> {
  return {
    type: 'json',
    label,
    required: false,
    column: 'jsonb',
    input: z
      .unknown()
      .optional()
      .transform((value) => (value ?? null) as Value | null),
    stored: { read: (column) => column, write: '$::jsonb', encode: (value) => JSON.stringify(value) },
    fromCell: plainCell,
    show: (value) => (value === null ? '' : JSON.stringify(value)),
  };
}
