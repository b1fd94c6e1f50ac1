import { webContribution } from '../design-system/web.ts';

export { useRules } from './use-rules.part.tsx';

/** 规则 in the browser: by which figures the house works, since when, and what is proposed to change. */
export const ruleSetsWeb = webContribution({
  name: 'rule-sets',
  screens: [
    {
      path: '/rule-sets',
      title: { zh: '规则', en: 'Rules' },
      menu: { group: 'settings', order: 60 },
      load: () => import('./RuleSetList.screen.tsx'),
    },
    {
      path: '/rule-sets/:id',
      title: { zh: '规则', en: 'Rule' },
      load: () => import('./RuleSetFile.screen.tsx'),
    },
    {
      path: '/rule-sets/:id/proposal',
      title: { zh: '拟定规则修改', en: 'Draft a change of rules' },
      permission: 'rule_set_version.propose',
      load: () => import('./ProposeRules.screen.tsx'),
    },
    {
      path: '/rule-versions/:id',
      title: { zh: '规则版本', en: 'Version of a rule' },
      records: 'ruleSetVersions',
      load: () => import('./RuleVersion.screen.tsx'),
    },
  ],
});
