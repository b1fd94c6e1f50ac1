import { capability } from '../api/define.ts';
import { file, list, readIndicator, records } from './indicators.views.ts';
import { recountAll } from './keep-values.ts';

export { startIndicators } from './keep-values.ts';

export const indicators = capability({
  name: 'indicators',
  label: { zh: '指标', en: 'Indicators' },
  permissions: [readIndicator],
  views: [list, file, records],
  jobs: [recountAll],
});
