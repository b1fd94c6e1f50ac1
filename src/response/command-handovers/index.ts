import { capability } from '../../foundation/api/define.ts';
import { readHandover, recordHandover } from './command-handover.permissions.ts';
import { commandHandover } from './command-handover.register.ts';
import { HANDOVER_MESSAGES } from './command-handover.rules.ts';
import { record, takenBySuperior } from './command-handovers.commands.ts';
import { list } from './command-handovers.views.ts';
import { handoversSection } from './dossier.views.ts';

export { readHandover, recordHandover, takenBySuperior };

export const commandHandovers = capability({
  name: 'command-handovers',
  label: { zh: '指挥权移交', en: 'Hand-over of command' },
  registers: [commandHandover],
  permissions: [readHandover, recordHandover],
  commands: [record],
  views: [list],
  dossierSections: [handoversSection],
  messageTemplates: HANDOVER_MESSAGES,
});
