import { webContribution } from '../../foundation/design-system/web.ts';

export { dutyLabel, shiftEdge } from './duty-words.part.tsx';

/**
 * 值班 in the browser: the district now, next and this week; the own house in the top line; one's shifts on the phone.
 * Points: `duty.actions` beside the heading, `duty.now` under it, `field.duty` above the phone's page, `field.shift`, given `{ shift }`.
 */
export const dutyShiftsWeb = webContribution({
  name: 'duty-shifts',
  screens: [
    {
      path: '/duty',
      title: { zh: '值班', en: 'On duty' },
      menu: { group: 'preparedness', order: 5, key: 'd' },
      permission: 'duty_shift.read',
      load: () => import('./DutyNow.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/duty',
      title: { zh: '值班', en: 'On duty' },
      menu: { order: 35, size: 'plain' },
      permission: 'duty_shift.read',
      load: () => import('./DutyNow.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'shell.duty',
      name: 'duty-shifts.bar',
      permission: 'duty_shift.read',
      load: () => import('./OnDutyBar.part.tsx'),
    },
  ],
});
