import { webContribution } from '../design-system/web.ts';

/** 三定职责 in the browser: a section of the unit's page. */
export const dutyListsWeb = webContribution({
  name: 'duty-lists',
  parts: [
    {
      at: 'unit.sections',
      name: 'duty-lists.of-unit',
      order: 10,
      load: () => import('./UnitDuties.part.tsx'),
    },
  ],
});
