import { sql } from 'kysely';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { ReadContext } from '../../api/context.ts';
import type { FieldType } from '../../registers/define.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import type { TileFacts } from './tile-facts.rules.ts';

type Fault = { field: string; reason: Phrase } | undefined;
type Values = Readonly<Record<string, unknown>>;

const NOT_ITS_FILE = { zh: '不能更换，请另行上传', en: 'stays as it was uploaded; upload another' };
const NO_LAYER = (id: string): Phrase => ({ zh: `没有「${id}」这个台账图层`, en: `there is no layer “${id}”` });

/** Whether what a layer is drawn from has the fields it is narrowed, named and coloured by. */
export async function judgeLayer(ctx: ReadContext, values: Values): Promise<Fault> {
  if (values.sourceKind === 'register') return faultOfRegister(ctx, values);
  if (values.sourceKind === 'features') return faultOfAttributes(values);
  if (values.sourceKind === 'tiles') return faultOfTiles(ctx, values);
  return undefined;
}

function faultOfRegister(ctx: ReadContext, values: Values): Fault {
  const id = String(values.sourceLayer ?? '');
  const layer = layersOf(ctx.catalogue).get(id);
  // Whoever may not read a register is not told that it exists.
  if (!layer || !ctx.holds(layer.read)) return { field: 'sourceLayer', reason: NO_LAYER(id) };
  for (const name of ['filterField', 'labelField', 'classField'] as const) {
    const asked = values[name];
    if (!asked) continue;
    const known = nameable(layer, name);
    if (!known.includes(String(asked))) return { field: name, reason: missing(String(asked), known) };
  }
  return faultOfValues(layer.register.fields[String(values.filterField ?? '')], values.filterValues as string[] | null);
}

/** Fields that may name, colour or narrow: of the list, neither sealed nor a shape. */
export function nameable({ register, properties, title }: Layer, use: string): string[] {
  const names = [...new Set([...(title ? [title] : []), ...properties])];
  const isTold = ({ type, options }: FieldType) =>
    options !== undefined || ['boolean', 'choice', 'choices', 'text', 'code', 'whole'].includes(type);
  return names.filter((name) => {
    const field = register.fields[name];
    if (!field || field.personal || field.stored || field.refersTo) return false;
    if (use === 'labelField') return true;
    // Colours are told by a list of values; several at once have no one colour.
    return use === 'classField' ? field.options !== undefined && field.type !== 'choices' : isTold(field);
  });
}

function faultOfValues(field: FieldType | undefined, values: readonly string[] | null): Fault {
  const options = field?.options;
  const wrong = options && values?.find((value) => !options.some(({ id }) => id === value));
  if (!wrong) return undefined;
  const known = options?.map(({ id, label }) => `${label.zh}（${id}）`).join('、');
  return {
    field: 'filterValues',
    reason: { zh: `没有「${wrong}」这个值；可选：${known}`, en: `has no value “${wrong}”` },
  };
}

function faultOfAttributes(values: Values): Fault {
  const known = (values.attributes ?? []) as readonly string[];
  for (const name of ['labelField', 'classField'] as const) {
    const asked = values[name];
    if (asked && !known.includes(String(asked))) return { field: name, reason: missing(String(asked), known) };
  }
  return undefined;
}

async function faultOfTiles(ctx: ReadContext, { tileFacts, tileFile, tileLayer, labelField }: Values): Promise<Fault> {
  const { layers, sha256 } = tileFacts as TileFacts;
  // What was read of a file belongs to that file: nobody names another by its digest.
  const [id] = (tileFile ?? []) as string[];
  const file = id && (await ctx.row<{ sha256: string }>(sql`select sha256 from file where id = ${id}`));
  if (!file || file.sha256 !== sha256) return { field: 'tileFile', reason: NOT_ITS_FILE };
  const names = layers.map(({ id }) => id);
  if (tileLayer && !names.includes(String(tileLayer)))
    return { field: 'tileLayer', reason: missing(String(tileLayer), names) };
  const { fields = [] } = layers.find(({ id }) => id === tileLayer) ?? layers[0] ?? {};
  return labelField && !fields.includes(String(labelField))
    ? { field: 'labelField', reason: missing(String(labelField), fields) }
    : undefined;
}

function missing(asked: string, known: readonly string[]): Phrase {
  return {
    zh: `图层来源中没有栏目「${asked}」；可用：${known.join('、') || '（无）'}`,
    en: `the source has no field “${asked}”; there are: ${known.join(', ') || '(none)'}`,
  };
}
