import { webContribution } from '../design-system/web.ts';
import { registerScreens } from '../registers/web.ts';

/** 发文身份 in the browser. */
export const letterheadsWeb = webContribution({
  name: 'letterheads',
  screens: registerScreens('/letterheads', {
    title: { zh: '发文身份', en: 'Letterheads' },
    name: 'letterhead',
    menu: { group: 'settings', order: 14 },
    load: async () => (await import('./letterhead.register.ts')).letterheadFaces,
  }),
});
