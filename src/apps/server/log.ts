import { pino } from 'pino';
import type { Platform } from '../../foundation/api/index.ts';

/** One JSON line per event on standard output; events carry ids and codes, never names, numbers or addresses of people. */
export function logger(level = process.env.LOG_LEVEL ?? 'info'): Platform['log'] {
  const log = pino({ base: undefined, level, timestamp: pino.stdTimeFunctions.isoTime });
  return (severity, event, details) => log[severity]({ event, ...details });
}
