import { definePermission } from '../identity/define.ts';

export const readLookup = definePermission('external_lookup.read', {
  label: { zh: '查看外部查询记录', en: 'See external lookups' },
  granted: {
    duty_leader: 'own',
    duty_officer: 'own',
    department_officer: 'own',
    street_officer: 'own',
    audit_administrator: 'all',
  },
});

/** Only the server's own route notes a look, right after it. */
export const noteLookup = definePermission('external_lookup.note', {
  label: { zh: '登记外部查询', en: 'Note external lookups' },
  granted: { duty_leader: 'own', duty_officer: 'own', department_officer: 'own', street_officer: 'own' },
});

/** Copies that have expired go by themselves: nobody is asked, and nobody may do it before its day by this right. */
export const expireCopies = definePermission('external_copy.expire', {
  label: { zh: '清除到期缓存', en: 'Remove expired copies' },
  granted: {},
});
