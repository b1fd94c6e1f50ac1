import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { dutyLogEntries } from './duty-log-entry.register.ts';

/** 值班日志. */
export const dutyLogs = capability({
  name: 'duty-logs',
  label: { zh: '值班日志', en: 'Duty log' },
  ...registerOperations(dutyLogEntries, { without: ['merge', 'unmerge', 'duplicates'] }),
});
