import { definePermission } from './define.ts';

/*
 * The system administrator keeps accounts and passwords, the security administrator second factors, sessions and
 * suspensions: taking over somebody's account needs both of them.
 */
export const readAccount = definePermission('account.read', {
  label: { zh: '查看账号', en: 'See accounts' },
  granted: { system_administrator: 'all', security_administrator: 'all' },
});

export const keepAccounts = definePermission('account.keep', {
  label: { zh: '管理账号', en: 'Keep accounts' },
  granted: { system_administrator: 'all' },
});

export const guardAccounts = definePermission('account.guard', {
  label: { zh: '账号安全管理', en: 'Guard accounts' },
  granted: { security_administrator: 'all' },
});

export const readSignInAttempt = definePermission('sign_in_attempt.read', {
  label: { zh: '查看登录失败记录', en: 'See refused sign-ins' },
  granted: { security_administrator: 'all', audit_administrator: 'all' },
});

/** Whoever leads or keeps the duty room puts its picture on the wall of the hall. */
export const openWall = definePermission('wall_session.open', {
  label: { zh: '打开大屏', en: 'Open the wall' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

/** What only the server does, after it has seen the proof. */
export const keepSessions = definePermission('session.keep', {
  label: { zh: '登记会话与凭据', en: 'Record sessions and credentials' },
  granted: {},
});
