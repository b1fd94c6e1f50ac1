import { createElement } from 'react';
import { webContribution } from '../../foundation/design-system/web.ts';

/** 法人库 in the browser: one lookup page. */
export const legalPersonsWeb = webContribution({
  name: 'legal-persons',
  screens: [
    {
      path: '/legal-persons',
      title: { zh: '法人查询', en: 'Legal persons' },
      menu: { group: 'preparedness', order: 95 },
      permission: 'legal_person.look_up',
      load: async () => {
        const [{ ExternalLookup }, { legalPersons }] = await Promise.all([
          import('../../foundation/external/web.ts'),
          import('./legal-person.register.ts'),
        ]);
        return { default: () => createElement(ExternalLookup, { external: legalPersons }) };
      },
    },
  ],
});
