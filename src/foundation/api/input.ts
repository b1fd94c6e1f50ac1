import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import { type FieldProblem, problem } from '../../kernel/problems.ts';

/**
 * Reads what came in against the operation's schema.
 * @throws `input.invalid` with one message per wrong field, in both languages, naming the field as the API does.
 */
export function readInput(schema: z.ZodType, input: unknown, operation: Phrase): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.slice(0, 50).map((issue): FieldProblem => {
    const field = issue.path.join('.');
    return { field, message: reasonOf(issue) };
  });
  throw problem('input.invalid', { operation }, details[0]?.field, details);
}

/** A phrase attached to a schema by `.meta({ reason })` or thrown by a check wins over the general words. */
export function reasonOf(issue: z.core.$ZodIssue): Phrase {
  switch (issue.code) {
    case 'invalid_type':
      // The value itself is not told, only what was found in its place.
      if (/received (undefined|null)/.test(issue.message)) return { zh: '必须填写', en: 'is required' };
      return ['number', 'int'].includes(issue.expected)
        ? { zh: '须为整数，如 3', en: 'must be a whole number, such as 3' }
        : { zh: '类型不对', en: `must be ${issue.expected}` };
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? { zh: '必须填写', en: 'is required' }
        : { zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` };
    case 'too_big':
      return issue.origin === 'string'
        ? { zh: `最多 ${issue.maximum} 个字`, en: `has at most ${issue.maximum} characters` }
        : { zh: `不能大于 ${issue.maximum}`, en: `must be at most ${issue.maximum}` };
    case 'invalid_value':
      return { zh: '不在可选范围内', en: 'is not one of the choices' };
    case 'invalid_format':
      return { zh: '格式不对', en: 'has a wrong format' };
    case 'unrecognized_keys':
      return { zh: `未知栏目：${issue.keys.join('、')}`, en: `has unknown fields: ${issue.keys.join(', ')}` };
    case 'custom':
      return phraseOf(issue.params) ?? { zh: '必须填写', en: 'is required' };
    default:
      return { zh: '填写有误', en: 'is not valid' };
  }
}

function phraseOf(params: unknown): Phrase | undefined {
  const { zh, en } = (params ?? {}) as Partial<Phrase>;
  return zh && en ? { zh, en } : undefined;
}

/** Output schema for instants: Date inside, ISO text on the wire. */
export const instantOutput = z.date();
