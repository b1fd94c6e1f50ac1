import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const scenes = async () => (await import('./wall-scene.register.ts')).wallScenes;

/** 大屏 in the browser: how a wall is set up and opened, and the wall itself, which fills its window. */
export const wallDisplaysWeb = webContribution({
  name: 'wall-displays',
  screens: [
    ...registerScreens('/wall-displays', {
      title: { zh: '大屏', en: 'Walls' },
      name: 'wall_display',
      menu: { group: 'situation', order: 40 },
      load: async () => (await import('./wall-display.register.ts')).wallDisplays,
    }),
    ...registerScreens('/wall-scenes', {
      title: { zh: '大屏画面', en: 'Views of walls' },
      name: 'wall_scene',
      load: scenes,
    }),
    {
      path: '/wall',
      title: { zh: '大屏', en: 'Wall' },
      permission: 'wall_display.read',
      isWhole: true,
      load: () => import('./WallChoice.screen.tsx'),
    },
    {
      path: '/wall/:id',
      title: { zh: '大屏', en: 'Wall' },
      permission: 'wall_display.read',
      isWhole: true,
      load: () => import('./Wall.screen.tsx'),
    },
  ],
  parts: [
    childRecords('wall_display', {
      of: 'displayId',
      sort: 'turn',
      path: '/wall-scenes',
      title: { zh: '画面', en: 'Views' },
      load: scenes,
    }),
    {
      at: 'wall_display.sections',
      name: 'wall-displays.opening',
      title: { zh: '打开与会话', en: 'Opening and sessions' },
      permission: 'wall_session.open',
      load: () => import('./WallOpening.part.tsx'),
    },
    {
      at: 'map.actions',
      name: 'wall-displays.add',
      permission: 'wall_scene.keep',
      load: () => import('./PutOnWall.part.tsx'),
    },
  ],
});
