import { defineTemplate } from '../../foundation/messaging/define.ts';

export const GAP_FOUND = defineTemplate('duty_gap.found', {
  label: { zh: '值班空缺', en: 'An empty post' },
  asks: 'deed',
  priority: 'urgent',
  heading: {
    zh: '{unit} {post} {from} 起缺 {count} 人，请安排值班人员',
    en: '{unit}: {count} missing as {post} from {from}; put somebody on duty',
  },
});
