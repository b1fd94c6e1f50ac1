import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const load = async () => (await import('./protected-target.register.ts')).protectedTargets;

/** 重点防护目标 in the browser; a building's page names those in it. */
export const protectedTargetsWeb = webContribution({
  name: 'protected-targets',
  screens: registerScreens('/protected-targets', {
    title: { zh: '重点防护目标', en: 'Protected targets' },
    name: 'protected_target',
    menu: { group: 'prevention', order: 20 },
    load,
  }),
  parts: [
    childRecords('building', {
      of: 'buildingId',
      path: '/protected-targets',
      title: { zh: '重点防护目标', en: 'Protected targets' },
      load,
    }),
  ],
});
