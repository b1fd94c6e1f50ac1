import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { KEEPERS_OF_WALLS } from './wall-display.register.ts';
import { mapOf } from './wall-scene.rules.ts';

export const SCENE_KINDS = [
  { id: 'situation', label: { zh: '全区态势', en: 'The whole district' } },
  { id: 'incidents', label: { zh: '未办结事件逐个', en: 'Open incidents one by one' } },
  { id: 'map', label: { zh: '一张图', en: 'The one map' } },
] as const;

const NO_MAP = {
  zh: '请填写在「一张图」上「复制链接」得到的地址',
  en: 'must be the address that “Copy the link” of the one map gives',
};
const NO_MAP_HERE = { zh: '只有「一张图」画面需要地图链接', en: 'is asked for a view of the one map alone' };

/** 画面: what the map of a wall shows for how long; they take turns in their order. */
export const wallScene = defineRegister('wall_scene', {
  plural: 'wallScenes',
  label: { zh: '大屏画面', en: 'View of a wall' },
  fields: {
    displayId: reference({ label: { zh: '大屏', en: 'Wall' }, to: 'wall_display', required: true }),
    turn: whole({ label: { zh: '次序', en: 'Turn' }, required: true, min: 1, max: 99 }),
    title: text({ label: { zh: '画面标题', en: 'Heading' }, required: true, max: 30 }),
    sceneKind: choice({ label: { zh: '内容', en: 'Content' }, options: SCENE_KINDS, required: true }),
    seconds: whole({
      label: { zh: '显示时长', en: 'Shown for' },
      unit: { zh: '秒', en: 's' },
      required: true,
      min: 5,
      max: 3600,
    }),
    mapAddress: text({ label: { zh: '地图链接', en: 'Link of the map' }, max: 2000 }),
  },
  title: 'title',
  list: ['turn', 'title', 'sceneKind', 'seconds', 'displayId'],
});

export const wallScenes = defineFaces(wallScene, {
  read: { ...KEEPERS_OF_WALLS, commander: 'all', wall: 'all' },
  keep: KEEPERS_OF_WALLS,
  sections: [
    {
      title: { zh: '画面', en: 'View' },
      fields: ['displayId', 'turn', 'title', 'sceneKind', 'seconds', 'mapAddress'],
    },
  ],
  filters: ['displayId', 'sceneKind'],
  search: ['title'],
  check: ({ sceneKind, mapAddress }) => {
    const map = mapOf(mapAddress as string | null | undefined);
    if (sceneKind === 'map' && !map) return { field: 'mapAddress', reason: NO_MAP };
    return sceneKind !== 'map' && mapAddress ? { field: 'mapAddress', reason: NO_MAP_HERE } : undefined;
  },
});
