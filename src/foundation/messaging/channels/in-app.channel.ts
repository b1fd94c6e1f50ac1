import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel } from '../define.ts';
import { CHANNEL_CHOICES } from './names.rules.ts';

/**
 * The inbox of console and field app. Nothing is sent: the live stream says that something is there, the person's
 * screen fetches it (`delivered`) and the person opens it (`read`).
 */
export const inApp = defineChannel('in_app', {
  label: labelOf(CHANNEL_CHOICES, 'in_app'),
  describe: [],
  reaches: 'inbox',
  whyOff: () => undefined,
});
