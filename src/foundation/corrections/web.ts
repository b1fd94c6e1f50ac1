import { webContribution } from '../design-system/web.ts';

/** 更正意见 in the browser: on every record's page a button for whoever may not keep it, and what is asked. */
export const correctionsWeb = webContribution({
  name: 'corrections',
  parts: [
    {
      at: 'registers.actions',
      name: 'corrections.ask',
      permission: 'correction.ask',
      load: () => import('./AskCorrection.part.tsx'),
    },
    {
      at: 'registers.badges',
      name: 'corrections.open',
      permission: 'correction.read',
      load: () => import('./OpenCorrections.part.tsx'),
    },
    {
      at: 'registers.sections',
      name: 'corrections.of-record',
      permission: 'correction.read',
      load: () => import('./Corrections.part.tsx'),
    },
  ],
});
