import { definePermission } from '../identity/define.ts';

/** Numbers of people are in it in plain: for the room that must go on, not for administrators. */
export const readPack = definePermission('fallback_pack.read', {
  label: { zh: '查看备用资料包', en: 'See fallback packs' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});

export const makePack = definePermission('fallback_pack.make', {
  label: { zh: '生成备用资料包', en: 'Make a fallback pack' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

/** Whether a backup can be restored is the business of whoever keeps the machine and of whoever relies on it. */
export const drillRestore = definePermission('continuity.drill', {
  label: { zh: '恢复演练', en: 'Restore drill' },
  granted: { duty_leader: 'all', system_administrator: 'all' },
});

/** The server's own doing. */
export const keepPack = definePermission('fallback_pack.keep', {
  label: { zh: '登记备用资料包', en: 'Record fallback packs' },
  granted: {},
});
