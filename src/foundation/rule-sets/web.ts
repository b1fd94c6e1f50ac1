import { webContribution } from '../design-system/web.ts';

export { useRules } from './use-rules.part.tsx';

/** 规则 in the browser: by which figures the house works, since when, and what is proposed to change. */
export const ruleSetsWeb = webContribution({ name: 'rule-sets' });
