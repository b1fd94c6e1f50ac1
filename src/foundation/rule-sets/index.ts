import { capability } from '../api/define.ts';
import { approveRules, loadRules, proposeRules } from './rule-set.permissions.ts';
import { ruleSetVersionLifecycle } from './rule-set-version.lifecycle.ts';
import { ruleSetVersion } from './rule-set-version.register.ts';
import { approve, load, propose, reject, revise, revoke, submit, withdraw } from './rule-sets.commands.ts';
import { inForce, list, ofKind, record, tryOut } from './rule-sets.views.ts';

export { type RuleBook, ruleBook } from './rule-book.ts';
export { startRuleSets } from './start.ts';

export const ruleSets = capability({
  name: 'rule-sets',
  label: { zh: '规则', en: 'Rules' },
  registers: [ruleSetVersion],
  lifecycles: [ruleSetVersionLifecycle],
  permissions: [proposeRules, approveRules, loadRules],
  commands: [propose, revise, submit, withdraw, approve, reject, revoke, load],
  views: [list, ofKind, record, tryOut, inForce],
});
