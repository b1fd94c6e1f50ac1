import { webContribution } from '../../foundation/design-system/web.ts';
import { externalScreen } from '../../foundation/external/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const creditRecords = async () => (await import('./credit-record.register.ts')).creditRecords;

/** 法人库、信用信息库 in the browser: lookup pages, and the copies. */
export const legalPersonsWeb = webContribution({
  name: 'legal-persons',
  screens: [
    ...registerScreens('/legal-persons', {
      title: { zh: '法人', en: 'Legal persons' },
      name: 'legal_person',
      menu: { group: 'district', order: 60 },
      load: async () => (await import('./legal-person.register.ts')).legalPersonCopies,
    }),
    externalScreen('/legal-person-base', {
      title: { zh: '法人查询', en: 'Legal person base' },
      name: 'legal_person',
      menu: { group: 'district', order: 62 },
      load: async () => (await import('./legal-person.register.ts')).legalPersons,
    }),
    ...registerScreens('/credit-records', {
      title: { zh: '信用信息', en: 'Credit records' },
      name: 'credit_record',
      menu: { group: 'district', order: 64 },
      load: creditRecords,
    }),
    externalScreen('/credit-base', {
      title: { zh: '信用查询', en: 'Credit base' },
      name: 'credit_record',
      menu: { group: 'district', order: 66 },
      load: async () => (await import('./credit-record.register.ts')).creditBase,
    }),
  ],
  parts: [
    childRecords('legal_person', {
      of: 'legalPersonId',
      path: '/credit-records',
      title: { zh: '信用信息', en: 'Credit records' },
      permission: 'credit_record.read',
      load: creditRecords,
    }),
  ],
});
