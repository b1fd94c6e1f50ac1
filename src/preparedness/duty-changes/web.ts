import { webContribution } from '../../foundation/design-system/web.ts';

const load = () => import('./ChangeList.screen.tsx');
const title = { zh: '换班', en: 'Changes of shifts' };

/** 换班 in the browser: asked for at one's shifts on the phone, answered and approved at desk and phone. */
export const dutyChangesWeb = webContribution({
  name: 'duty-changes',
  screens: [
    {
      path: '/duty-changes',
      title: { zh: '换班', en: 'Changes of shifts' },
      menu: { group: 'preparedness', order: 10 },
      permission: 'duty_change.read',
      load,
    },
    { path: '/duty-changes/:id', title, permission: 'duty_change.read', load },
  ],
  fieldScreens: [{ path: '/duty-changes/:id', title, permission: 'duty_change.read', load }],
  parts: [
    {
      at: 'field.shift',
      name: 'duty-changes.ask',
      permission: 'duty_change.ask',
      load: () => import('./AskChange.part.tsx'),
    },
    {
      at: 'field.duty',
      name: 'duty-changes.open',
      order: 20,
      permission: 'duty_change.read',
      load: () => import('./OpenChanges.part.tsx'),
    },
  ],
});
