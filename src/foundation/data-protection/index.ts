import { capability } from '../api/define.ts';
import { registerOperations } from '../registers/index.ts';
import {
  assessRetention,
  decideDestruction,
  prepareDestruction,
  readAssessment,
  readDestruction,
} from './data-protection.permissions.ts';
import { onAnswered, onLeak, onLeakChanged, onRequest, onWithdrawn } from './data-protection.reactions.ts';
import { destructionSheetLifecycle } from './destruction-sheet.lifecycle.ts';
import { destructionSheet } from './destruction-sheet.register.ts';
import { approve, assess, prepare, reject, withdraw } from './destruction-sheets.commands.ts';
import { due, list, record } from './destruction-sheets.views.ts';
import { leakNotices } from './leak-notice.register.ts';
import { personalDataRequests } from './personal-data-request.register.ts';
import { accesses } from './requests.views.ts';
import { PERSONAL_DATA_RETENTION } from './retention.rules.ts';
import { retentionAssessment } from './retention-assessment.register.ts';

const requests = registerOperations(personalDataRequests);
const leaks = registerOperations(leakNotices);

/** 个人信息保护: destruction with proof, requests of persons, leaks; what is declared of personal data stands in the engine. */
export const dataProtection = capability({
  name: 'data-protection',
  label: { zh: '个人信息保护', en: 'Data protection' },
  registers: [destructionSheet, retentionAssessment, ...requests.registers, ...leaks.registers],
  faces: [...requests.faces, ...leaks.faces],
  lifecycles: [destructionSheetLifecycle, ...requests.lifecycles, ...leaks.lifecycles],
  permissions: [
    readDestruction,
    prepareDestruction,
    decideDestruction,
    assessRetention,
    readAssessment,
    ...requests.permissions,
    ...leaks.permissions,
  ],
  ruleSets: [PERSONAL_DATA_RETENTION],
  commands: [prepare, approve, reject, withdraw, assess, ...requests.commands, ...leaks.commands],
  views: [due, list, record, accesses, ...requests.views, ...leaks.views],
  reactions: [onRequest, onAnswered, onLeak, onLeakChanged, onWithdrawn],
});
