import { defineChannel } from '../define.ts';

/**
 * The inbox of console and field app. Nothing is sent: the live stream says that something is there, the person's
 * screen fetches it (`delivered`) and the person opens it (`read`).
 */
export const inApp = defineChannel('in_app', {
  label: { zh: '站内消息', en: 'In the app' },
  describe: [],
  reaches: 'inbox',
  whyOff: () => undefined,
});
