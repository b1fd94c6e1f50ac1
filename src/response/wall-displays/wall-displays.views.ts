import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { wallDisplay, wallDisplays } from './wall-display.register.ts';
import { wallScene, wallScenes } from './wall-scene.register.ts';

/** What a wall shows: how it looks, and its scenes in their turn. */
export const programme = view('wallDisplays.programme', {
  label: { zh: '大屏画面', en: 'Programme of a wall' },
  may: wallDisplays.read,
  input: z.object({ id: idInput }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    look: z.enum(['night', 'light', 'dark']),
    language: z.enum(['zh', 'en']),
    scenes: z.array(
      z.object({
        id: z.string(),
        turn: z.number(),
        title: z.string(),
        sceneKind: z.enum(['situation', 'incidents', 'map']),
        seconds: z.number(),
        mapAddress: z.string().nullable(),
      }),
    ),
  }),
  reads: [wallDisplay, wallScene],
  async run(ctx, { id }) {
    const { name, look, language } = await ctx.record(wallDisplay, id);
    const scenes = await ctx.rows<{
      id: string;
      turn: number;
      title: string;
      sceneKind: 'situation' | 'incidents' | 'map';
      seconds: number;
      mapAddress: string | null;
    }>(sql`select s.id, s.turn, s.title, s.scene_kind, s.seconds, s.map_address from ${ctx.visible(wallScene, wallScenes.read)} s
      where s.display_id = ${id} and s.state = 'active' order by s.turn, s.title, s.id limit 99`);
    return { id, name, look: look as 'night', language: language as 'zh', scenes };
  },
});

/** Walls whose account is the viewer's: where the machine behind one goes when it only knows that it is a wall. */
export const mine = view('wallDisplays.mine', {
  label: { zh: '本机大屏', en: 'Walls of this account' },
  may: wallDisplays.read,
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), isMine: z.boolean() })) }),
  reads: [wallDisplay],
  run: async (ctx) => ({
    items: await ctx.rows<{
      id: string;
      name: string;
      isMine: boolean;
    }>(sql`select d.id, d.name, d.account_person_id = ${ctx.viewer.personId} as is_mine
      from ${ctx.visible(wallDisplay, wallDisplays.read)} d where d.state = 'active' order by d.name limit 50`),
  }),
});
