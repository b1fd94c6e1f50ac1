import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { reconciliation } from './casualties.views.ts';
import { casualties as casualtyFaces } from './casualty.register.ts';

const operations = registerOperations(casualtyFaces);

/** People dead, hurt, missing or trapped, by name, beside the released figures of their incident. */
export const casualties = capability({
  name: 'casualties',
  label: { zh: '伤亡失联人员', en: 'Casualties' },
  ...operations,
  views: [...operations.views, reconciliation],
});
