import { defineTemplate } from '../../foundation/messaging/define.ts';

export const INSTRUCTION_ANSWERED = defineTemplate('leader_instruction.answered', {
  label: { zh: '批示已反馈', en: 'An instruction is answered' },
  heading: { zh: '您的批示 {number} 已有办理反馈', en: 'Your instruction {number} has been answered' },
});

export const INSTRUCTION_FINISHED = defineTemplate('leader_instruction.finished', {
  label: { zh: '批示办理完成', en: 'An instruction is carried out' },
  heading: {
    zh: '批示 {number} 各单位均已办结，请反馈领导',
    en: 'All units have finished on instruction {number}: answer the leader',
  },
});

export const INSTRUCTION_MESSAGES = [INSTRUCTION_ANSWERED, INSTRUCTION_FINISHED];
