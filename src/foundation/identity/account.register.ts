import { z } from 'zod';
import { defineRegister } from '../registers/define.ts';
import { boolean } from '../registers/types/number.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** One spelling of each name, whatever keyboard it was typed on: `ＺｈａｎｇＷｅｉ` is `zhangwei`. */
export const normalUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const usernameInput = z
  .string()
  .max(60)
  .transform(normalUsername)
  .refine((name) => /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u.test(name), {
    params: { zh: '须为 2–40 个字母、数字或 . _ @ -', en: 'has 2–40 letters, digits or . _ @ -' },
  });

/**
 * 账号: how one person signs in. What proves it (password hash, one-time secret, linked identity) lies in a table of
 * its own, so that no list, sheet or search can ever select it.
 */
export const account = defineRegister('account', {
  plural: 'accounts',
  label: { zh: '账号', en: 'Account' },
  fields: {
    personId: reference({ label: { zh: '人员', en: 'Person' }, to: 'person', required: true }),
    username: text({ label: { zh: '用户名', en: 'User name' }, required: true, max: 40 }),
    /** May a central identity of the same name be linked at its first sign-in? */
    mayLink: boolean({ label: { zh: '允许关联统一身份', en: 'May link a central identity' } }),
  },
  title: 'username',
  list: ['username', 'personId', 'mayLink'],
  constraints: ['unique (username)', 'unique (person_id)', "check (state in ('active', 'suspended'))"],
});
