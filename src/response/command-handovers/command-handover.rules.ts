import { defineTemplate } from '../../foundation/messaging/define.ts';

export const COMMAND_TAKEN = defineTemplate('command_handover.taken', {
  label: { zh: '接管指挥权', en: 'Command is handed to you' },
  heading: {
    zh: '您已接管 {number} {title} 的指挥权，请查看移交内容',
    en: 'You have command of {number} {title}: see what was handed over',
  },
});

export const HANDOVER_MESSAGES = [COMMAND_TAKEN];
