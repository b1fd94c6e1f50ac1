import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { experts } from './expert.register.ts';
import { validTerms } from './expert-terms.views.ts';

export const expertPool = capability({
  name: 'experts',
  label: { zh: '专家库', en: 'Expert pool' },
  indicators: [validTerms],
  ...registerOperations(experts),
});
