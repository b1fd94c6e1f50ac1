import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 特殊时期 in the browser. */
export const specialPeriodsWeb = webContribution({
  name: 'special-periods',
  screens: registerScreens('/special-periods', {
    title: { zh: '特殊时期', en: 'Special periods' },
    name: 'special_period',
    menu: { group: 'preparedness', order: 8 },
    without: ['duplicates', 'merge'],
    load: async () => (await import('./special-period.register.ts')).specialPeriods,
  }),
});
