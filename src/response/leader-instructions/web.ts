import { webContribution } from '../../foundation/design-system/web.ts';

/** 批示 in the browser: all of them, each with its units, and those of an incident on its page. */
export const leaderInstructionsWeb = webContribution({
  name: 'leader-instructions',
  screens: [
    {
      path: '/leader-instructions',
      title: { zh: '批示', en: 'Instructions' },
      menu: { group: 'response', order: 45 },
      permission: 'leader_instruction.read',
      load: () => import('./InstructionList.screen.tsx'),
    },
    {
      path: '/leader-instructions/:id',
      title: { zh: '批示', en: 'Instruction' },
      permission: 'leader_instruction.read',
      load: () => import('./InstructionFile.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'incident.sections',
      name: 'leader-instructions.of-incident',
      order: 37,
      permission: 'leader_instruction.read',
      load: () => import('./IncidentInstructions.part.tsx'),
    },
  ],
});
