import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { enterprises as faces } from './enterprise.register.ts';
import { shortcomings } from './shortcomings.views.ts';

export { enterprise } from './enterprise.register.ts';

export const enterprises = capability({
  name: 'enterprises',
  label: { zh: '生产经营单位', en: 'Enterprises' },
  ...registerOperations(faces, { compute: { shortcomings } }),
});
