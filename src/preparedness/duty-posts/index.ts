import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { dutyMembers } from './duty-member.register.ts';
import { dutyPosts } from './duty-post.register.ts';

export { type NamedUnit, unitWithin } from './unit-within.views.ts';

/** 值班岗位和值班人员: what a roster is planned from. */
export const dutyPostRegister = capability({
  name: 'duty-posts',
  label: { zh: '值班岗位', en: 'Duty posts' },
  ...allOf(
    registerOperations(dutyPosts, { without: ['merge', 'unmerge', 'duplicates'] }),
    registerOperations(dutyMembers, { without: ['merge', 'unmerge', 'duplicates'] }),
  ),
});
