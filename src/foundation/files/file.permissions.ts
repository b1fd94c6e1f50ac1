import { definePermission, ROLES, type Role, type Scope } from '../identity/define.ts';

const own = Object.fromEntries(Object.keys(ROLES).map((role) => [role, ['involved', 'own']])) as unknown as Record<
  Role,
  readonly Scope[]
>;
const street = ['area', 'unit', 'involved', 'own'] as const;

/** Whoever has a part in the record that a file belongs to sees the file; before that, only who uploaded it. */
export const readFile = definePermission('file.read', {
  label: { zh: '查看文件', en: 'See files' },
  granted: {
    ...own,
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    street_chief: street,
    street_officer: street,
  },
});

/** For files of a record that the asking person has been found to see. Never a permission of an operation. */
export const fileOfRecord = definePermission('file.of_record', {
  label: { zh: '查看记录的附件', en: 'See the files of a record' },
  granted: Object.fromEntries(Object.keys(ROLES).map((role) => [role, 'all'])),
});

/** Only the upload route records a file: it alone has seen the bytes. */
export const keepFile = definePermission('file.keep', {
  label: { zh: '登记文件', en: 'Record files' },
  granted: {},
});
