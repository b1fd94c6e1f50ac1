import { capability } from '../../foundation/api/define.ts';
import { copyCommands } from '../../foundation/external/index.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { creditBase, creditRecords, lookUpCreditRecord } from './credit-record.register.ts';
import { legalPersonCopies, legalPersons, lookUpLegalPerson } from './legal-person.register.ts';

export { creditBase, legalPersons };

const own = allOf(registerOperations(legalPersonCopies), registerOperations(creditRecords));

/** 法人库、信用信息库: looked up for a purpose, copied until a day. */
export const legalPersonBase = capability({
  name: 'legal-persons',
  label: { zh: '法人库', en: 'Legal persons' },
  ...own,
  commands: [...own.commands, ...copyCommands(legalPersonCopies), ...copyCommands(creditRecords)],
  permissions: [...own.permissions, lookUpLegalPerson, lookUpCreditRecord],
});
