import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { leadersAnswered } from './closing.views.ts';
import { instructionsSection } from './dossier.views.ts';
import { leaderInstructionLifecycle } from './leader-instruction.lifecycle.ts';
import { readInstruction, registerInstruction } from './leader-instruction.permissions.ts';
import { leaderInstruction } from './leader-instruction.register.ts';
import { INSTRUCTION_MESSAGES } from './leader-instruction.rules.ts';
import { answer, register } from './leader-instructions.commands.ts';
import { onAssignmentEnded } from './leader-instructions.reactions.ts';
import { list, record } from './leader-instructions.views.ts';

export { readInstruction };

export const leaderInstructions = capability({
  name: 'leader-instructions',
  label: { zh: '领导批示', en: "Leaders' instructions" },
  searches: [defineSearch(leaderInstruction, { words: ['text', 'answer'] })],
  registers: [leaderInstruction],
  lifecycles: [leaderInstructionLifecycle],
  permissions: [readInstruction, registerInstruction],
  commands: [register, answer],
  views: [list, record],
  reactions: [onAssignmentEnded],
  dossierSections: [instructionsSection],
  stepChecks: [leadersAnswered],
  messageTemplates: INSTRUCTION_MESSAGES,
  facts: { 'leader_instruction.finished': { zh: '批示办理完成', en: 'Instruction carried out' } },
});
