import { capability } from '../../foundation/api/define.ts';
import { legalPersons, lookUpLegalPerson } from './legal-person.register.ts';

export { legalPersons };

export const legalPersonBase = capability({
  name: 'legal-persons',
  label: { zh: '法人库', en: 'Legal persons' },
  permissions: [lookUpLegalPerson],
});
