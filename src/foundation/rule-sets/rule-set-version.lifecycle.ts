import { defineLifecycle } from '../lifecycle/define.ts';
import { approveRules, proposeRules } from './rule-set.permissions.ts';
import { ruleSetVersion } from './rule-set-version.register.ts';

/** «In force» is no state: among the approved versions of a kind the one with the latest beginning holds. */
export const ruleSetVersionLifecycle = defineLifecycle(ruleSetVersion, {
  initial: 'draft',
  states: {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '待审批', en: 'Submitted' },
    approved: { zh: '已批准', en: 'Approved' },
    rejected: { zh: '未批准', en: 'Rejected' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  transitions: {
    submit: { label: { zh: '提交审批', en: 'Submit' }, from: ['draft'], to: 'submitted', may: proposeRules },
    approve: { label: { zh: '批准', en: 'Approve' }, from: ['submitted'], to: 'approved', may: approveRules },
    reject: {
      label: { zh: '不批准', en: 'Reject' },
      from: ['submitted'],
      to: 'rejected',
      may: approveRules,
      requires: ['decisionReason'],
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['draft', 'submitted'],
      to: 'withdrawn',
      may: proposeRules,
    },
    revoke: {
      label: { zh: '撤销批准', en: 'Revoke' },
      from: ['approved'],
      to: 'withdrawn',
      may: approveRules,
      requires: ['decisionReason'],
    },
  },
});
