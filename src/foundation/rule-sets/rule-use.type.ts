import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { type FieldType, plainCell } from '../registers/define.ts';
import type { RuleUse } from './define.ts';

const asJson = {
  read: (column: string) => column,
  write: '$::jsonb',
  encode: (value: unknown) => JSON.stringify(value),
};

/** Which version of which rule a record was judged by: `{ kind, version }`. Set by the command, never by a person. */
export function ruleUse({ label }: { label: Phrase }): FieldType<RuleUse | null> {
  return {
    type: 'ruleUse',
    label,
    required: false,
    column: 'jsonb',
    input: z
      .object({ kind: z.string(), version: z.number().int() })
      .nullish()
      .transform((value) => value ?? null),
    stored: asJson,
    fromCell: plainCell,
    show: (value) => (value ? `${value.kind}/${value.version}` : ''),
  };
}

/** The figures of one version; their shape is their kind's, and the command that writes them has checked it. */
export function ruleValues({ label }: { label: Phrase }): FieldType<Record<string, unknown>> {
  return {
    type: 'ruleValues',
    label,
    required: true,
    column: 'jsonb',
    input: z.record(z.string(), z.unknown()),
    stored: asJson,
    fromCell: plainCell,
    show: (value) => JSON.stringify(value),
  };
}
