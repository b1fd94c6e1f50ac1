import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { vehicles } from './vehicle.register.ts';

/** 应急车辆. */
export const vehicleRegister = capability({
  name: 'vehicles',
  label: { zh: '应急车辆', en: 'Vehicles' },
  ...registerOperations(vehicles),
});
