import { defineTemplate } from '../../foundation/messaging/define.ts';

export const ROSTER_PUBLISHED = defineTemplate('duty_roster.published', {
  label: { zh: '值班表已发布', en: 'A roster is published' },
  heading: {
    zh: '{unit} {month} 值班表已发布，请查看您的班次',
    en: 'The roster of {unit} for {month} is published: see your shifts',
  },
});

export const SHIFT_CHANGED = defineTemplate('duty_shift.changed', {
  label: { zh: '班次调整', en: 'A shift has changed' },
  heading: { zh: '{unit} {at} 的班次有调整，请确认', en: 'The shift of {unit} at {at} has changed: look at it' },
});

export const DUTY_MESSAGES = [ROSTER_PUBLISHED, SHIFT_CHANGED];
