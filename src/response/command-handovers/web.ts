import { webContribution } from '../../foundation/design-system/web.ts';

/** 指挥权移交 in the browser: on the head of an incident who has command, on its page every hand-over. */
export const commandHandoversWeb = webContribution({
  name: 'command-handovers',
  parts: [
    {
      at: 'incident.head',
      name: 'command-handovers.in-command',
      order: 10,
      permission: 'command_handover.read',
      load: () => import('./InCommand.part.tsx'),
    },
    {
      at: 'incident.sections',
      name: 'command-handovers.of-incident',
      order: 25,
      permission: 'command_handover.read',
      load: () => import('./IncidentHandovers.part.tsx'),
    },
  ],
});
