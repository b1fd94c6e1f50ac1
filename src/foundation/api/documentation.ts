import type { FastifyInstance } from 'fastify';
import { PROBLEMS } from '../../kernel/problems.ts';
import { ANYBODY } from '../identity/define.ts';
import { type AnyCommand, type AnyView, hasId, TEXT, TYPED, typedIn } from './define.ts';
import type { Platform } from './platform.ts';
import { jsonSchema } from './query.ts';
import { routeOf } from './routes.ts';

/** OpenAPI 3.1 from the declarations, and a page that a person can read without any script. */
export function documentationRoutes(app: FastifyInstance, platform: Platform): void {
  let document: Record<string, unknown> | undefined;
  const build = () => {
    document ??= openApi(platform);
    return document;
  };
  app.get('/api/openapi.json', { config: { may: ANYBODY } }, build);
  app.get('/api/docs', { config: { may: ANYBODY } }, (_, reply) =>
    reply.type('text/html; charset=utf-8').send(page(platform)),
  );
}

export function openApi(platform: Platform): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const command of platform.catalogue.commands.values()) {
    const { method, path } = routeOf(command.name, 'command', hasId(command));
    const { id: _, ...properties } = propertiesOf(command.input);
    add(paths, path, method, {
      ...common(command, ['200', '400', '401', '403', '404', '409', '412', '423', '429', '503']),
      parameters: [...parameters(command), header('Idempotency-Key', 'uuid'), header('If-Match')],
      requestBody: { required: true, content: { 'application/json': { schema: object(command.input, properties) } } },
    });
  }
  for (const view of platform.catalogue.views.values()) {
    const { id: _, ...properties } = propertiesOf(view.input);
    const said = common(view, ['200', '400', '401', '403', '404', '429', '503']);
    const typed = typedIn(view);
    if (typed !== 'always') {
      const { method, path } = routeOf(view.name, 'view', hasId(view));
      add(paths, path, method, { ...said, parameters: [...parameters(view), ...queryParameters(view, properties)] });
    }
    if (typed === 'never') continue;
    const { method, path } = routeOf(view.name, 'view', hasId(view), true);
    add(paths, path, method, {
      ...{ ...said, ...(typed === 'sometimes' ? { operationId: `${view.name}.typed` } : {}) },
      parameters: parameters(view),
      requestBody: { required: true, content: { 'application/json': { schema: object(view.input, properties) } } },
    });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '烽燧 Fengsui',
      version: '1',
      description: 'One declaration per operation; errors carry a stable key.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fengsui_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: PROBLEM_SCHEMA },
    },
    security: [{ session: [] }, { key: [] }],
    'x-problems': Object.fromEntries(
      Object.entries(PROBLEMS).map(([key, [status, zh, en]]) => [key, { status, zh, en }]),
    ),
  };
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['key', 'status', 'message'],
  properties: {
    key: { type: 'string' },
    status: { type: 'integer' },
    message: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    field: { type: 'string' },
    details: { type: 'array', items: { type: 'object' } },
  },
};

function add(paths: Record<string, Record<string, unknown>>, path: string, method: string, operation: unknown): void {
  const key = path.replaceAll(/:(\w+)/g, '{$1}');
  paths[key] = { ...paths[key], [method.toLowerCase()]: operation };
}

function common(operation: AnyCommand | AnyView, statuses: readonly string[]) {
  const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    summary: `${operation.label.zh} · ${operation.label.en}`,
    'x-permission': operation.may.name,
    responses: Object.fromEntries(
      statuses.map((status) => [
        status,
        status === '200'
          ? {
              description: 'Answer',
              content: { 'application/json': { schema: clean(jsonSchema(operation.output, 'output')) } },
            }
          : { description: 'Problem', ...problem },
      ]),
    ),
  };
}

function parameters(operation: AnyCommand | AnyView) {
  return hasId(operation)
    ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
    : [];
}

function queryParameters({ input }: AnyView, properties: Record<string, unknown>) {
  const required = new Set((jsonSchema(input, 'input').required as string[] | undefined) ?? []);
  return Object.entries(properties)
    .filter(([name]) => name !== TYPED && name !== TEXT)
    .map(([name, schema]) => ({ name, in: 'query', required: required.has(name), schema }));
}

const header = (name: string, format?: string) => ({
  name,
  in: 'header',
  required: false,
  schema: { type: 'string', ...(format ? { format } : {}) },
});

function propertiesOf(schema: AnyCommand['input']): Record<string, unknown> {
  return (jsonSchema(schema, 'input').properties ?? {}) as Record<string, unknown>;
}

function object(schema: AnyCommand['input'], properties: Record<string, unknown>): Record<string, unknown> {
  const { required, ...rest } = clean(jsonSchema(schema, 'input'));
  const left = ((required as string[] | undefined) ?? []).filter((name) => name !== 'id');
  return { ...rest, properties, ...(left.length > 0 ? { required: left } : {}) };
}

function clean({ $schema: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function page(platform: Platform): string {
  const rows = [...platform.catalogue.commands.values(), ...platform.catalogue.views.values()].map((one) => {
    const isTyped = one.kind === 'view' && typedIn(one) === 'always';
    const { method, path } = routeOf(one.name, one.kind, hasId(one), isTyped);
    const cells = [method, path, one.name, one.may.name, `${one.label.zh} · ${one.label.en}`];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>烽燧 API</title></head><body>
<h1>烽燧 API</h1><p><a href="/api/openapi.json">OpenAPI 3.1</a></p>
<table><thead><tr><th>方法</th><th>路径</th><th>操作</th><th>权限</th><th>说明</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>`;
}
