import { definePermission, ROLES, type Role } from '../identity/define.ts';

const everybody = Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, 'own' as const]));

/** One's own; those that a colleague shares are given with the list they belong to. */
export const keepSavedView = definePermission('saved_view.read', {
  label: { zh: '使用常用视图', en: 'Use saved views' },
  granted: everybody,
});
