import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { reservoirs } from './reservoir.register.ts';
import { daysSinceAppraisal } from './reservoirs.views.ts';

/** 河湖水库. */
export const waters = capability({
  name: 'waters',
  label: { zh: '河湖水库', en: 'Waters' },
  ...registerOperations(reservoirs, { compute: { daysSinceAppraisal } }),
});
