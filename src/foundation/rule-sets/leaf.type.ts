import { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Choice } from '../registers/define.ts';

/** What a person sees of one figure of a rule set: the form, the table of values and the difference are drawn from it. */
export interface Leaf {
  readonly type: 'whole' | 'decimal' | 'boolean' | 'text' | 'choice' | 'choices' | 'rows';
  readonly label: Phrase;
  readonly unit?: Phrase;
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly Choice[];
  /** Of `choices`: those that may not be taken out. */
  readonly always?: readonly string[];
  /** Of `rows`: the leaves of one row, in order. */
  readonly columns?: readonly NamedLeaf[];
}

export interface NamedLeaf extends Leaf {
  /** Where the value stands: `password.minLength`. */
  readonly path: string;
  /** Heading it stands under. */
  readonly group?: Phrase;
}

interface Words {
  readonly label: Phrase;
  readonly unit?: Phrase;
}
interface Range extends Words {
  readonly min: number;
  readonly max: number;
}

const described = <S extends z.ZodType>(schema: S, leaf: Leaf): S => schema.meta({ leaf }) as S;

export const MINUTES: Phrase = { zh: '分钟', en: 'min' };
export const HOURS: Phrase = { zh: '小时', en: 'h' };
export const DAYS: Phrase = { zh: '天', en: 'days' };
export const SECONDS: Phrase = { zh: '秒', en: 's' };
export const TIMES: Phrase = { zh: '次', en: 'times' };

/** A whole number between two bounds: outside them a proposal is refused, whoever makes it. */
export const whole = (words: Range) =>
  described(z.number().int().min(words.min).max(words.max), { type: 'whole', ...words });

export const decimal = (words: Range) =>
  described(z.number().min(words.min).max(words.max), { type: 'decimal', ...words });

export const yesOrNo = (words: Words) => described(z.boolean(), { type: 'boolean', ...words });

/** `pattern`: what does not look like it is refused by the name of its field. */
export const words = ({ max = 200, pattern = /^/, ...rest }: Words & { max?: number; pattern?: RegExp }) =>
  described(z.string().trim().min(1).max(max).regex(pattern), { type: 'text', max, ...rest });

export const oneOf = <const Id extends string>({ options, ...rest }: Words & { options: readonly Choice<Id>[] }) =>
  described(z.enum(options.map((option) => option.id) as [Id, ...Id[]]), { type: 'choice', options, ...rest });

/** Several of a list, each at most once. */
export const someOf = <const Id extends string>({
  options,
  always = [],
  ...rest
}: Words & { options: readonly Choice<Id>[]; always?: readonly NoInfer<Id>[] }) => {
  const missing = { zh: '缺少不可取消的选项', en: 'lacks a choice that cannot be taken out' };
  const schema = z
    .array(z.enum(options.map((option) => option.id) as [Id, ...Id[]]))
    .refine((chosen) => new Set(chosen).size === chosen.length && always.every((id) => chosen.includes(id)), {
      params: missing,
    });
  return described(schema, { type: 'choices', options, always, ...rest });
};

/** A short table in order, such as the steps of a ladder; its columns are leaves. */
export const rows = <Shape extends Record<string, z.ZodType>>({
  columns,
  min = 0,
  max = 20,
  ...rest
}: Words & { columns: Shape; min?: number; max?: number }) => {
  const named = Object.entries(columns).map(([path, schema]) => ({ path, ...(leafOf(schema) as Leaf) }));
  return described(z.array(z.strictObject(columns)).min(min).max(max), {
    type: 'rows',
    columns: named,
    min,
    max,
    ...rest,
  });
};

/** Values that belong together. The values of a rule set are one group; a labelled group inside it is a heading. */
export const group = <Shape extends Record<string, z.ZodType>>(shape: Shape, label?: Phrase) =>
  z.strictObject(shape).meta({ group: label ?? null });

export function leafOf(schema: z.ZodType): Leaf | undefined {
  return schema.meta()?.leaf as Leaf | undefined;
}

export function groupLabel(schema: z.ZodType): Phrase | undefined {
  return (schema.meta()?.group as Phrase | null | undefined) ?? undefined;
}
