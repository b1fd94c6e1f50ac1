import { sql } from 'kysely';
import { isId } from '../../../kernel/ids.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { ReadContext } from '../../api/context.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { layersOf } from '../layer.rules.ts';
import { entriesWhere, layerOfEntry } from './layer-entry.ts';
import { isPicture } from './picture-layer.ts';

/** Of these layers those that the post of a wall may not see, by name; what does not exist is named by its id. */
export async function hiddenFromWall(ctx: ReadContext, ids: readonly string[]): Promise<Phrase[]> {
  const layers = layersOf(ctx.catalogue);
  const asked = ids.filter(isId);
  const entries = asked.length > 0 ? await entriesWhere(ctx, sql`c.id = any(${asked}::uuid[])`) : [];
  return ids.flatMap((id): Phrase[] => {
    const entry = entries.find((one) => one.id === id);
    const layer = entry ? layerOfEntry(ctx.catalogue, entry) : layers.get(id);
    const isForWalls = !entry || entry.seenByRoles.length === 0 || entry.seenByRoles.includes('wall');
    const isRead = layer
      ? layer.read === SIGNED_IN || layer.read.granted.wall !== undefined
      : entry && isPicture(entry);
    if (isForWalls && isRead) return [];
    return [layer?.label ?? (entry ? { zh: entry.name, en: entry.name } : { zh: id, en: id })];
  });
}
