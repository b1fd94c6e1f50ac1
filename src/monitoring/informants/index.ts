import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { informants } from './informant.register.ts';
import { INFORMANT_CHECKS } from './informant-checks.rules.ts';
import { gaps, vacancies } from './informants.views.ts';

const own = registerOperations(informants, { compute: { gaps } });

/** 灾害信息员: one A and one B for every community, checked and trained every year. */
export const informantRegister = capability({
  name: 'informants',
  label: { zh: '灾害信息员', en: 'Informants' },
  ...own,
  views: [...own.views, vacancies],
  ruleSets: [INFORMANT_CHECKS],
});
