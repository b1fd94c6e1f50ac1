import { capability } from '../../foundation/api/define.ts';
import { reviewFindingLifecycle } from './review-finding.lifecycle.ts';
import { keepFinding, readFinding } from './review-finding.permissions.ts';
import { reviewFinding } from './review-finding.register.ts';
import { record } from './review-findings.commands.ts';
import { onAssignmentEnded } from './review-findings.reactions.ts';
import { list } from './review-findings.views.ts';

export const reviewFindings = capability({
  name: 'review-findings',
  label: { zh: '评估问题', en: 'Findings of reviews' },
  registers: [reviewFinding],
  lifecycles: [reviewFindingLifecycle],
  permissions: [readFinding, keepFinding],
  commands: [record],
  views: [list],
  reactions: [onAssignmentEnded],
  facts: {
    'review_finding.recorded': { zh: '列出评估问题', en: 'Finding recorded' },
    'review_finding.revision_asked': { zh: '建议修订预案', en: 'Revision of a plan asked for' },
    'review_finding.finished': { zh: '评估问题已整改', en: 'Finding mended' },
  },
});
