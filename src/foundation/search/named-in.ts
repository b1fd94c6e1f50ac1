import { sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { visibleEntries } from './conditions.ts';
import { normalText } from './tokens.rules.ts';

export interface NamedRecord {
  readonly register: string;
  readonly recordId: string;
  readonly title: string;
  /** As it stands in the text. */
  readonly said: string;
  readonly areaCode: string;
}

/** Names of places have as many characters. */
const [SHORTEST, LONGEST] = [2, 24];
/** So much of one text is looked at; a place has no more words. */
const MOST = 80;

/**
 * Records of these registers whose titles stand in one of the texts, as far as the viewer may see them, longest title
 * first. `endings` are what people leave out: «八角北里» names 八角北里社区.
 */
export async function namedIn(
  ctx: ReadContext,
  texts: readonly string[],
  { registers, endings }: { registers: readonly string[]; endings: readonly string[] },
): Promise<NamedRecord[]> {
  const visible = visibleEntries(ctx, registers);
  const said = new Map<string, string>();
  for (const text of texts)
    for (const piece of piecesOf(normalText(text).slice(0, MOST))) {
      if (!said.has(piece)) said.set(piece, piece);
      for (const ending of endings.map(normalText)) if (!said.has(piece + ending)) said.set(piece + ending, piece);
    }
  if (!visible || said.size === 0) return [];
  const rows = await ctx.rows<{
    register: string;
    recordId: string;
    title: string;
    titleKey: string;
    areaCode: string;
  }>(sql`
    select scoped.register, scoped.record_id, scoped.title, scoped.title_key, scoped.area_code from search_entry scoped
    where scoped.title_key = any(${[...said.keys()]}::text[]) and ${visible.condition}
    order by length(scoped.title_key) desc, scoped.record_id limit 200`);
  return rows.map(({ titleKey, ...row }) => ({ ...row, said: said.get(titleKey) ?? titleKey }));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += 1) {
    for (let length = SHORTEST; length <= LONGEST && from + length <= text.length; length += 1) {
      pieces.push(text.slice(from, from + length));
    }
  }
  return pieces;
}
