import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 值班岗位 and 值班人员 in the browser; reached from the roster of a unit. */
export const dutyPostsWeb = webContribution({
  name: 'duty-posts',
  screens: [
    ...registerScreens('/duty-posts', {
      title: { zh: '值班岗位', en: 'Duty posts' },
      name: 'duty_post',
      without: ['duplicates', 'merge'],
      load: async () => (await import('./duty-post.register.ts')).dutyPosts,
    }),
    ...registerScreens('/duty-members', {
      title: { zh: '值班人员', en: 'Members of the rota' },
      name: 'duty_member',
      without: ['duplicates', 'merge'],
      load: async () => (await import('./duty-member.register.ts')).dutyMembers,
    }),
  ],
});
