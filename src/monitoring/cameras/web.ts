import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 视频点位 in the browser. */
export const camerasWeb = webContribution({
  name: 'cameras',
  screens: registerScreens('/cameras', {
    title: { zh: '视频点位', en: 'Cameras' },
    name: 'camera',
    menu: { group: 'monitoring', order: 60 },
    load: async () => (await import('./camera.register.ts')).cameras,
  }),
});
