import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { baseMap } from './base-map.register.ts';
import { chooseBase } from './layer.permissions.ts';
import { entryFor } from './layer-entry.ts';
import { isPicture, MOST_BASES } from './picture-layer.ts';

/** Says what lies beneath every map of the district, from the ground up; nothing, when the list is empty. */
export const choose = command('baseMaps.choose', {
  label: { zh: '设置底图', en: 'Choose the base map' },
  may: chooseBase,
  input: z.object({ layerIds: z.array(idInput).max(MOST_BASES) }),
  output: z.object({ layerIds: z.array(z.string()) }),
  records: ['base_map.chosen'],
  async run(ctx, { layerIds }) {
    const entries = [];
    for (const id of new Set(layerIds)) entries.push(await entryFor(ctx, id));
    if (!entries.every(isPicture))
      throw problem('input.field', { label: baseMap.label, reason: NO_PICTURE }, 'layerIds');
    const ids = entries.map(({ id }) => id);
    const known = await ctx.row<{ id: string }>(sql`select id from ${ctx.visible(baseMap)} b order by id limit 1`);
    const row = known
      ? await ctx.update(baseMap, await ctx.load(baseMap, known.id, chooseBase), { layerIds: ids })
      : await ctx.insert(baseMap, { layerIds: ids, state: 'active' });
    const title = entries.map(({ name }) => name).join('、') || '无';
    ctx.fact({ kind: 'base_map.chosen', subject: { register: 'base_map', id: row.id }, payload: { title } });
    return { layerIds: ids };
  },
});

const NO_PICTURE = {
  zh: '只有外部地图服务和瓦片文件可以作底图',
  en: 'is an outside map service or a file of tiles',
};
