import { capability } from '../api/define.ts';
import { assign, correct, handOver, retractCommand } from './responsibilities.commands.ts';
import { history, on, overview } from './responsibilities.views.ts';
import { keepResponsibility } from './responsibility.permissions.ts';
import { responsibility } from './responsibility.register.ts';

export const responsibilities = capability({
  name: 'responsibilities',
  label: { zh: '责任分工', en: 'Responsibilities' },
  registers: [responsibility],
  permissions: [keepResponsibility],
  commands: [assign, handOver, correct, retractCommand],
  views: [on, overview, history],
});
