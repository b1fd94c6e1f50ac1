import { webContribution } from '../../foundation/design-system/web.ts';

/**
 * 值班表 in the browser: the rosters of a month, and the sheet of one unit. Points: `roster.actions`, given `{ unitId }`;
 * `shift.actions`, given `{ seat, roster, onClose }`.
 */
export const dutyRostersWeb = webContribution({
  name: 'duty-rosters',
  screens: [
    {
      path: '/duty-rosters',
      title: { zh: '值班表', en: 'Rosters' },
      menu: { group: 'preparedness', order: 6 },
      permission: 'duty_roster.read',
      load: () => import('./RosterList.screen.tsx'),
    },
    {
      path: '/duty-rosters/:id',
      title: { zh: '值班表', en: 'Roster' },
      permission: 'duty_roster.read',
      load: () => import('./RosterMonth.screen.tsx'),
    },
    {
      path: '/duty-shifts/:id',
      title: { zh: '班次', en: 'Shift' },
      permission: 'duty_roster.read',
      load: () => import('./RosterMonth.screen.tsx'),
    },
  ],
});
