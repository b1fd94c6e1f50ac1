import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 伤亡失联人员 in the browser: reached from their incident, whose page counts them beside the released figures. */
export const casualtiesWeb = webContribution({
  name: 'casualties',
  screens: registerScreens('/casualties', {
    title: { zh: '伤亡失联人员', en: 'Casualties' },
    name: 'casualty',
    load: async () => (await import('./casualty.register.ts')).casualties,
  }),
  parts: [
    {
      at: 'incident.sections',
      name: 'casualties.of-incident',
      order: 34,
      permission: 'casualty.read',
      load: () => import('./IncidentCasualties.part.tsx'),
    },
  ],
});
