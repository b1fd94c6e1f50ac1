import { sql } from 'kysely';
import { problem } from '../../../kernel/problems.ts';
import { type Platform, runView, systemViewer } from '../../api/index.ts';
import { SIGNED_IN, type Viewer } from '../../identity/define.ts';
import type { FactReader } from '../../timeline/index.ts';
import { entriesWhere, isFor, type LayerEntry } from './layer-entry.ts';

/**
 * Entries of the catalogue for those who ask by the hundred, as maps do for tiles: kept until a fact about one of them. A read
 * that a fact overtook is not kept.
 */
export function entryReader(platform: Platform, reader: FactReader) {
  const kept = new Map<string, LayerEntry>();
  let turn = 0;
  reader.subscribe((facts) => {
    if (!facts.some(({ register }) => register === 'catalogue_layer' || register === 'unit')) return;
    turn += 1;
    kept.clear();
  });

  async function read(id: string): Promise<LayerEntry | undefined> {
    const before = turn;
    const [entry] = (await runView(
      platform,
      { may: SIGNED_IN, run: (ctx) => entriesWhere(ctx, sql`c.id = ${id}`) },
      {},
      systemViewer,
    )) as LayerEntry[];
    // Ids that nobody made are not kept: there is no end of them.
    if (entry && before === turn) kept.set(id, entry);
    return entry;
  }

  /** @throws `record.unknown` for what is not there or not for this viewer */
  return async (id: string, viewer: Viewer): Promise<LayerEntry> => {
    const entry = kept.get(id) ?? (await read(id));
    if (!entry || !isFor(entry, viewer)) throw problem('record.unknown');
    return entry;
  };
}
