import { defineTemplate } from '../../foundation/messaging/define.ts';

export const HANDOVER_TO_SIGN = defineTemplate('shift_handover.to_sign', {
  label: { zh: '请接班签名', en: 'A hand-over to sign' },
  asks: 'deed',
  heading: { zh: '{unit} 交接班 {number}：请核对并签名', en: 'Hand-over {number} of {unit}: check and sign' },
});

export const HANDOVER_REFUSED = defineTemplate('shift_handover.refused', {
  label: { zh: '接班被拒绝', en: 'A hand-over was refused' },
  heading: {
    zh: '交接班 {number} 被拒绝，请补充后重新交班',
    en: 'Hand-over {number} was refused: complete it and hand over again',
  },
});

export const HANDOVER_MESSAGES = [HANDOVER_TO_SIGN, HANDOVER_REFUSED];
