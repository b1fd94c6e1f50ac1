import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 值班日志 in the browser. */
export const dutyLogsWeb = webContribution({
  name: 'duty-logs',
  screens: registerScreens('/duty-log-entries', {
    title: { zh: '值班日志', en: 'Duty log' },
    name: 'duty_log_entry',
    menu: { group: 'preparedness', order: 7 },
    without: ['duplicates', 'merge'],
    load: async () => (await import('./duty-log-entry.register.ts')).dutyLogEntries,
  }),
});
