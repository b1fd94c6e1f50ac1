import { defineTemplate } from '../messaging/define.ts';

export const NUMBERS_TO_CHECK = defineTemplate('contact.to_check', {
  label: { zh: '请核对号码', en: 'Numbers to check' },
  heading: {
    zh: '{unit}有 {count} 个号码待核对，请在「号码核对」中逐一确认',
    en: 'Numbers to check at {unit}: {count}. Confirm them on the page “Numbers to check”',
  },
});
