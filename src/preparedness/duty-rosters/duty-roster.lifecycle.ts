import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { publishRoster } from './duty-roster.permissions.ts';
import { dutyRoster } from './duty-roster.register.ts';

export const dutyRosterLifecycle = defineLifecycle(dutyRoster, {
  initial: 'draft',
  states: {
    draft: { zh: '编排中', en: 'Being planned' },
    published: { zh: '已发布', en: 'Published' },
  },
  transitions: {
    // Published again after late changes: those who are new in it are told as well.
    publish: {
      label: { zh: '发布值班表', en: 'Publish' },
      from: ['draft', 'published'],
      to: 'published',
      may: publishRoster,
      requires: ['publishedAt'],
    },
  },
});
