import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const lines = async () => (await import('./lifeline-line.register.ts')).lifelineLines;

/** 城市生命线 in the browser. */
export const lifelinesWeb = webContribution({
  name: 'lifelines',
  screens: [
    ...registerScreens('/lifeline-points', {
      title: { zh: '生命线点位', en: 'Lifeline points' },
      name: 'lifeline_point',
      menu: { group: 'district', order: 40 },
      load: async () => (await import('./lifeline-point.register.ts')).lifelinePoints,
    }),
    ...registerScreens('/lifeline-lines', {
      title: { zh: '生命线管线', en: 'Lifeline lines' },
      name: 'lifeline_line',
      menu: { group: 'district', order: 45 },
      load: lines,
    }),
  ],
  parts: [
    childRecords('lifeline_point', {
      of: 'fromPointId',
      path: '/lifeline-lines',
      title: { zh: '由此出线', en: 'Lines from here' },
      load: lines,
    }),
  ],
});
