import type { Phrase } from '../../kernel/phrases.ts';
import type { Mark } from '../registers/define.ts';

/** One message to one person by one channel, opened and ready to go; it exists only while it is being sent. */
export interface Letter {
  /** The delivery's id: constant over attempts, so that the other side can recognise a repeat. */
  readonly id: string;
  /** Where to: a mail address, a phone number; as the organisation's phone book has it. */
  readonly address: string;
  /** With the mark in front. */
  readonly heading: Phrase;
  readonly text: Phrase | undefined;
  readonly mark: Mark;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
}

/**
 * What became of an attempt. `sent`: the other side took it. `refused`: it never will (unknown address). An exception
 * means «not now»: the letter stays in the queue and is tried again.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly receipt: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** A setting of the machine's environment; the settings page is drawn from it. */
export interface ChannelSetting {
  readonly name: string;
  readonly label: Phrase;
  readonly example: string;
  readonly isSecret: boolean;
}

export interface OpenChannel {
  send(letter: Letter): Promise<Outcome>;
  close(): Promise<void>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A way to reach people. It describes itself: settings, labels and state are shown without further code. */
export interface Channel<Name extends string = string> {
  readonly name: Name;
  readonly label: Phrase;
  readonly describe: readonly ChannelSetting[];
  /** `inbox`: the person fetches it here, nothing is sent. Else the field of the person that holds the address. */
  readonly reaches: 'inbox' | { readonly contact: string };
  /** Says why the channel is off, or nothing when it can be used. */
  whyOff(environment: Environment): Phrase | undefined;
  /** Only for channels that send. */
  open?(environment: Environment): OpenChannel;
}

export function defineChannel<const Name extends string>(
  name: Name,
  definition: Omit<Channel<Name>, 'name'>,
): Channel<Name> {
  return { name, ...definition };
}
