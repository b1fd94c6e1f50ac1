import { capability } from '../api/define.ts';
import { orderQuality, readQualityOrder } from './quality.permissions.ts';
import { QUALITY_RULES } from './quality.rules.ts';
import { ofRegister, registersOf } from './quality.views.ts';
import { qualityOrder } from './quality-order.register.ts';
import { issue } from './quality-orders.commands.ts';
import { ofUnits } from './unit-quality.views.ts';

export const registerQuality = capability({
  name: 'quality',
  label: { zh: '台账质量', en: 'Quality of registers' },
  registers: [qualityOrder],
  permissions: [readQualityOrder, orderQuality],
  ruleSets: [QUALITY_RULES],
  commands: [issue],
  views: [ofRegister, registersOf, ofUnits],
});
