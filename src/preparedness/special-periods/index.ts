import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { specialPeriods } from './special-period.register.ts';

export { type SpecialPeriod, specialPeriodsIn } from './special-periods.views.ts';

/** 特殊时期: read by duty planning, and by whoever tells more or sooner in them. */
export const specialPeriodRegister = capability({
  name: 'special-periods',
  label: { zh: '特殊时期', en: 'Special periods' },
  ...registerOperations(specialPeriods, { without: ['merge', 'unmerge', 'duplicates'] }),
});
