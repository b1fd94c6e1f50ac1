import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/**
 * 登录失败: one refused sign-in. The name that was typed is kept only as a keyed digest: people type passwords into
 * the wrong box. A later success from the same address forgives (`forgiven`), so that it no longer counts.
 */
export const signInAttempt = defineRegister('sign_in_attempt', {
  plural: 'signInAttempts',
  label: { zh: '登录失败记录', en: 'Refused sign-in' },
  fields: {
    nameDigest: text({ label: { zh: '用户名摘要', en: 'Digest of the name' }, required: true }),
    accountId: reference({ label: { zh: '账号', en: 'Account' }, to: 'account' }),
    address: text({ label: { zh: '来源地址', en: 'Address' }, required: true }),
    reason: choice({
      label: { zh: '原因', en: 'Reason' },
      required: true,
      options: [
        { id: 'unknown', label: { zh: '账号不存在或已停用', en: 'No such account, or suspended' } },
        { id: 'password', label: { zh: '口令错误', en: 'Wrong password' } },
        { id: 'code', label: { zh: '动态口令错误或已使用', en: 'One-time code wrong or used' } },
      ],
    }),
  },
  title: 'address',
  list: ['address', 'reason', 'accountId'],
  constraints: ["check (state in ('refused', 'forgiven'))"],
});
