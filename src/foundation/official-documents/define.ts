import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { PaperBlock, PaperUrgency } from '../documents/define.ts';
import type { Permission } from '../identity/define.ts';
import type { RegisterDefinition, RowOf } from '../registers/define.ts';

/** What a kind writes into the first draft; people go on from there. */
export interface DraftedText {
  readonly title: string;
  readonly body: readonly PaperBlock[];
  /** 主送, without the colon; a notice to everybody addresses nobody. */
  readonly addressee?: string;
  readonly urgency?: PaperUrgency;
  /** 报送 */
  readonly sentTo?: readonly string[];
  /** 抄送 */
  readonly copiedTo?: readonly string[];
}

/** One kind of 公文: about what record it speaks, who may draft and who may sign it, and how its first draft is written. */
export interface DocumentKind<R extends RegisterDefinition = RegisterDefinition> {
  /** In snake_case: `shelter_opening`. */
  readonly name: string;
  readonly label: Phrase;
  /** Register of the record it is about. */
  readonly subject: R;
  /** Reaches over the subject at drafting, and over the document at submitting. */
  readonly draft: Permission;
  /** Reaches over the document. The signer is never the one who wrote it. */
  readonly sign: Permission;
  /** @throws a problem where nothing can be announced about the record yet */
  compose(ctx: ReadContext, subject: RowOf<R>): Promise<DraftedText>;
}

/** A kind whatever its subject: `never` makes any compose fit. */
export type AnyDocumentKind = Omit<DocumentKind, 'compose'> & {
  compose(ctx: ReadContext, subject: never): Promise<DraftedText>;
};

/** Declares a kind of 公文; the capability names it among its `documentKinds`. */
export function defineDocumentKind<R extends RegisterDefinition>(
  name: string,
  definition: Omit<DocumentKind<R>, 'name'>,
): DocumentKind<R> {
  return { name, ...definition };
}
