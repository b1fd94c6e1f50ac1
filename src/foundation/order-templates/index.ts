import { capability } from '../api/define.ts';
import { registerOperations } from '../registers/index.ts';
import { orderTemplates as faces } from './order-template.register.ts';

export const orderTemplates = capability({
  name: 'order-templates',
  label: { zh: '指令模板', en: 'Order templates' },
  ...registerOperations(faces),
});
