import { definePermission } from '../../foundation/identity/define.ts';
import { DUTY_KEEPERS, DUTY_READERS } from '../duty-posts/duty-post.register.ts';

export const readGap = definePermission('duty_gap.read', {
  label: { zh: '查看值班空缺', en: 'See empty posts' },
  granted: DUTY_READERS,
});

/** Only the server looks for them. */
export const findGap = definePermission('duty_gap.find', {
  label: { zh: '查找值班空缺', en: 'Find empty posts' },
  granted: {},
});

export const explainGap = definePermission('duty_gap.explain', {
  label: { zh: '说明值班空缺', en: 'Explain an empty post' },
  granted: DUTY_KEEPERS,
});
