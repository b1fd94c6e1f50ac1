import { webContribution } from '../../foundation/design-system/web.ts';

/** 交接班 in the browser: the list and the sheet at the desk and on the phone, and its button on the page of duty. */
export const shiftHandoversWeb = webContribution({
  name: 'shift-handovers',
  screens: [
    {
      path: '/shift-handovers',
      title: { zh: '交接班', en: 'Hand-overs' },
      menu: { group: 'response', order: 70 },
      permission: 'shift_handover.read',
      load: () => import('./HandoverList.screen.tsx'),
    },
    {
      path: '/shift-handovers/:id',
      title: { zh: '交接班单', en: 'Hand-over sheet' },
      permission: 'shift_handover.read',
      load: () => import('./HandoverFile.screen.tsx'),
    },
  ],
  fieldScreens: [
    {
      path: '/shift-handovers/:id',
      title: { zh: '交接班单', en: 'Hand-over sheet' },
      permission: 'shift_handover.read',
      load: () => import('./HandoverOnPhone.field.tsx'),
    },
  ],
  parts: [
    {
      at: 'duty.actions',
      name: 'shift-handovers.begin',
      permission: 'shift_handover.read',
      load: () => import('./BeginHandover.part.tsx'),
    },
    {
      at: 'field.duty',
      name: 'shift-handovers.begin-on-phone',
      order: 10,
      permission: 'shift_handover.read',
      load: () => import('./BeginHandover.part.tsx'),
    },
  ],
});
