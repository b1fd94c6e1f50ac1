import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import type { AnyDocumentKind } from './define.ts';

/** @throws `record.unknown` for a kind that nobody declares */
export function kindOf(ctx: ReadContext, name: string): AnyDocumentKind {
  const kind = ctx.catalogue.documentKinds.get(name);
  if (!kind) throw problem('record.unknown', {}, 'kind');
  return kind;
}
