import { defineLifecycle } from '../lifecycle/define.ts';
import { guardAccounts } from './account.permissions.ts';
import { account } from './account.register.ts';

export const accountLifecycle = defineLifecycle(account, {
  initial: 'active',
  states: { active: { zh: '正常', en: 'Active' }, suspended: { zh: '已停用', en: 'Suspended' } },
  transitions: {
    suspend: { label: { zh: '停用账号', en: 'Suspend' }, from: ['active'], to: 'suspended', may: guardAccounts },
    restore: { label: { zh: '恢复账号', en: 'Restore' }, from: ['suspended'], to: 'active', may: guardAccounts },
  },
});
