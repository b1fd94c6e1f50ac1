import { capability } from '../api/define.ts';
import { keepDutyList } from './duty-list.permissions.ts';
import { dutyList } from './duty-list.register.ts';
import { add, change, end } from './duty-lists.commands.ts';
import { ofUnit } from './duty-lists.views.ts';

/** Fact for others: `duty_list.changed`, payload `{ unitId, what: added | changed | ended, validFrom, validTo, source }`. */
export const dutyLists = capability({
  name: 'duty-lists',
  label: { zh: '三定职责', en: 'Duty lists' },
  registers: [dutyList],
  permissions: [keepDutyList],
  commands: [add, change, end],
  views: [ofUnit],
  facts: { 'duty_list.changed': { zh: '三定职责调整', en: 'Duty list changed' } },
});
