import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { warehouses } from './warehouse.register.ts';

/** 储备库. */
export const warehouseRegister = capability({
  name: 'warehouses',
  label: { zh: '储备库', en: 'Warehouses' },
  ...registerOperations(warehouses),
});
