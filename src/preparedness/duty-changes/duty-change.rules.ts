import { defineTemplate } from '../../foundation/messaging/define.ts';

export const CHANGE_ASKED = defineTemplate('duty_change.asked', {
  label: { zh: '换班征求意见', en: 'A colleague asks to change a shift' },
  asks: 'deed',
  heading: {
    zh: '换班 {number}：同事请您接 {at} 的班，请答复',
    en: 'Change {number}: a colleague asks you for the shift of {at}',
  },
});

export const CHANGE_ACCEPTED = defineTemplate('duty_change.accepted', {
  label: { zh: '换班待批准', en: 'A change of a shift to approve' },
  asks: 'deed',
  heading: { zh: '{unit} 换班 {number} 双方已同意，请批准', en: 'Change {number} of {unit} is agreed: approve it' },
});

export const CHANGE_ENDED = defineTemplate('duty_change.ended', {
  label: { zh: '换班结果', en: 'What became of a change' },
  heading: { zh: '换班 {number}：{state}', en: 'Change {number}: {state}' },
});

export const CHANGE_MESSAGES = [CHANGE_ASKED, CHANGE_ACCEPTED, CHANGE_ENDED];
