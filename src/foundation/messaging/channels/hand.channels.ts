import { labelOf } from '../../registers/types/choice.type.ts';
import { defineChannel } from '../define.ts';
import { CHANNEL_CHOICES, type ChannelName } from './names.rules.ts';

/**
 * 人工渠道: nothing is sent by the machine. What is to be told waits at /manual-deliveries until a named person has told it – on
 * the telephone, on television, by loudspeaker van, at the door – and enters who took it.
 */
const byHand = <const Name extends ChannelName>(name: Name) =>
  defineChannel(name, {
    label: labelOf(CHANNEL_CHOICES, name),
    describe: [],
    reaches: 'hand',
    whyOff: () => undefined,
  });

export const phone = byHand('phone');
export const tv = byHand('tv');
export const broadcast = byHand('broadcast');
export const radio = byHand('radio');
export const fax = byHand('fax');
export const vehicle = byHand('vehicle');
export const door = byHand('door');
