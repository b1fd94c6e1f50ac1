import { defineLifecycle } from '../lifecycle/define.ts';
import { destroyFile } from './file.permissions.ts';
import { file } from './file.register.ts';

export const fileLifecycle = defineLifecycle(file, {
  initial: 'active',
  states: { active: { zh: '保存中', en: 'Kept' }, destroyed: { zh: '已销毁', en: 'Destroyed' } },
  transitions: {
    destroy: {
      label: { zh: '到期销毁', en: 'Destroy after retention' },
      from: ['active'],
      to: 'destroyed',
      may: destroyFile,
      requires: ['destroyedAt'],
      cites: '个人信息保护法 第19条、第47条',
    },
  },
});
