/* The browser door of indicators. */
import './indicators.css';
import { webContribution } from '../design-system/web.ts';

export const indicatorsWeb = webContribution({
  name: 'indicators',
  screens: [
    {
      path: '/indicators',
      title: { zh: '指标', en: 'Indicators' },
      menu: { group: 'oversight', order: 10 },
      permission: 'indicator.read',
      load: () => import('./IndicatorList.screen.tsx'),
    },
    {
      path: '/indicators/:id',
      title: { zh: '指标', en: 'Indicator' },
      permission: 'indicator.read',
      load: () => import('./IndicatorFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'registers.views',
      name: 'indicators.of-register',
      order: 5,
      permission: 'indicator.read',
      load: () => import('./RegisterIndicators.part.tsx'),
    },
  ],
});
