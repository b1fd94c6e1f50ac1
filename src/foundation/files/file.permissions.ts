import { definePermission, ROLES, type Role, type Scope } from '../identity/define.ts';

const own = Object.fromEntries(Object.keys(ROLES).map((role) => [role, ['involved', 'own']])) as unknown as Record<
  Role,
  readonly Scope[]
>;
const street = ['area', 'unit', 'involved', 'own'] as const;
const district = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;

/** Whoever has a part in the record that a file belongs to sees the file; before that, only who uploaded it. */
export const readFile = definePermission('file.read', {
  label: { zh: '查看文件', en: 'See files' },
  granted: { ...own, ...district, street_chief: street, street_officer: street },
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

/** Adds a file to a record that one sees and, where it is a register's, keeps. */
export const attachFile = definePermission('file.attach', {
  label: { zh: '添加附件', en: 'Attach files' },
  granted: {
    ...district,
    department_officer: ['unit', 'involved', 'own'],
    street_chief: street,
    street_officer: street,
    community_worker: ['involved', 'own'],
    grid_worker: ['involved', 'own'],
    team_leader: ['involved', 'own'],
    team_member: ['involved', 'own'],
    utility_contact: ['involved', 'own'],
  },
});

/** Hands the custody of evidence to another person, who then sees it. */
export const transferFile = definePermission('file.transfer', {
  label: { zh: '移交证据', en: 'Transfer evidence' },
  granted: { ...district, department_officer: ['unit', 'involved', 'own'], street_chief: street },
});

/** Lays evidence under a legal hold and lifts it: an investigation decides, not the owner of the disk. */
export const holdFile = definePermission('file_hold.place', {
  label: { zh: '证据保全', en: 'Place and lift legal holds' },
  granted: { duty_leader: 'all', commander: 'all', department_officer: ['unit', 'involved'] },
});

export const readHold = definePermission('file_hold.read', {
  label: { zh: '查看证据保全', en: 'See legal holds' },
  granted: {
    ...district,
    department_officer: ['unit', 'involved', 'own'],
    street_chief: street,
    street_officer: street,
  },
});

/** Destroys what is past its retention and not held; the only way in which a file goes, beside the duty to destroy. */
export const destroyFile = definePermission('file.destroy', {
  label: { zh: '到期销毁文件', en: 'Destroy files after retention' },
  granted: { duty_leader: 'all' },
});
