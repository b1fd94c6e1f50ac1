import { z } from 'zod';

type Shape = Readonly<Record<string, { type?: string | string[]; anyOf?: { type?: string }[] }>>;

const shapes = new WeakMap<z.ZodType, Shape>();

/** JSON Schema of an operation's input or output; instants are written as ISO text. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(json, { type: 'string', format: 'date-time' });
    },
  }) as Record<string, unknown>;
}

/**
 * Turns a query string into input: a query knows only text, so numbers, booleans and JSON are read where the schema
 * expects them. What cannot be read stays text and is refused by the schema, with the field's name.
 */
export function queryInput(schema: z.ZodType, query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let shape = shapes.get(schema);
  if (!shape) {
    shape = (jsonSchema(schema, 'input').properties ?? {}) as Shape;
    shapes.set(schema, shape);
  }
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string') input[name] = value;
    else if (isText(shape[name])) input[name] = value;
    else input[name] = parsed(value);
  }
  return input;
}

function isText(property: Shape[string] | undefined): boolean {
  if (!property) return true;
  const types = [property.type, ...(property.anyOf ?? []).map((one) => one.type)].flat();
  return types.includes('string') || types.every((type) => type === undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
