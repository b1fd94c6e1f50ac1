import { webContribution } from '../design-system/web.ts';

/** Clocks stand where their record stands; what came of them is one page. */
export const clocksWeb = webContribution({
  name: 'clocks',
  screens: [
    {
      path: '/timeliness',
      title: { zh: '时限及时率', en: 'Timeliness' },
      menu: { group: 'oversight', order: 10 },
      permission: 'clock.read',
      load: () => import('./Timeliness.screen.tsx'),
    },
  ],
});

/** `<CountdownList about={id} />` by `lazyOf(loadCountdownList)`: what is running or late, late first. */
export const loadCountdownList = () => import('./CountdownList.part.tsx');
