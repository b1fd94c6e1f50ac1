import { capability } from '../api/define.ts';
import { QUALITY_RULES } from './quality.rules.ts';
import { ofRegister, registersOf } from './quality.views.ts';

export const registerQuality = capability({
  name: 'quality',
  label: { zh: '台账质量', en: 'Quality of registers' },
  ruleSets: [QUALITY_RULES],
  views: [ofRegister, registersOf],
});
