import type { z } from 'zod';
import { fill, type Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Mark } from '../registers/define.ts';
import type { Asks, LadderRules } from './ladder/ladder.rules.ts';

export { LADDERS, rung } from './ladder/ladder.rules.ts';

/** One message to one person by one channel, opened and ready to go; it exists only while it is being sent. */
export interface Letter {
  /** The delivery's id: constant over attempts, so that the other side can recognise a repeat. */
  readonly id: string;
  readonly messageId: string;
  /** Where to: a mail address, a phone number; as the organisation's phone book has it. */
  readonly address: string;
  /** With the mark in front. */
  readonly heading: Phrase;
  readonly text: Phrase | undefined;
  readonly mark: Mark;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal';
  readonly asks: Asks;
  /** The answers to choose from, in order; empty unless it asks for one. */
  readonly choices: readonly { readonly id: string; readonly label: Phrase }[];
}

/**
 * What became of an attempt. `sent`: the other side took it. `refused`: it never will (unknown address). An exception
 * means «not now»: the letter stays in the queue and is tried again.
 */
export type Outcome =
  | {
      readonly kind: 'sent';
      readonly receipt: string;
      /** Names under which the other side will say whether it arrived, one for each part of the letter. */
      readonly references?: readonly string[];
      /** Only what comes back is told of: a letter of which nothing is heard counts as there. */
      readonly isOnlyFailureTold?: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the other side says afterwards: whether a letter or a part of it arrived, or what somebody wrote back. */
export type Heard =
  | { readonly kind: 'receipt'; readonly reference: string; readonly isDelivered: boolean; readonly reason: string }
  | {
      readonly kind: 'reply';
      readonly from: string;
      readonly text: string;
      /** The other side's own name for it, by which one that comes twice is known. */
      readonly reference?: string;
    };

/** Resolves once it is stored; rejects when it cannot be now, and then the other side should say it again. */
export type Hear = (heard: Heard) => Promise<void>;

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
  /**
   * `inbox`: the person fetches it here, nothing is sent. `hand`: somebody tells it and enters who took it. `area`: devices in
   * the area of the person's unit, by its code. Else the field of the person that holds the address.
   */
  readonly reaches: 'inbox' | 'hand' | 'area' | { readonly contact: string };
  /** Says why the channel is off, or nothing when it can be used. */
  whyOff(environment: Environment): Phrase | undefined;
  /** How many letters may be on their way together; one unless told. */
  readonly atOnce?: number;
  /** Only for channels that send. */
  open?(environment: Environment, hear: Hear, now: () => Date): OpenChannel;
}

export function defineChannel<const Name extends string>(
  name: Name,
  definition: Omit<Channel<Name>, 'name'>,
): Channel<Name> {
  return { name, ...definition };
}

/** A person meant by an addressee, and why: «值班岗», «代理人». The reason is shown beside the name. */
export interface Found {
  readonly personId: string;
  readonly reason: Phrase;
  /** The unit in which they are meant: whose duty room is asked when they are silent. */
  readonly unitId: string | null;
}

/**
 * A way to say who is meant: a person, whoever holds a post, a unit's duty room. A capability contributes its own
 * (`addressees` in its index.ts): «the duty officer of X», «responsible for this place».
 */
export interface AddresseeKind<Input = unknown, Name extends string = string> {
  readonly kind: 'addressee';
  readonly name: Name;
  readonly label: Phrase;
  readonly input: z.ZodType<Input>;
  /** `anyone`: one answer speaks for all who are found. `each`: every one of them is waited for. */
  readonly answers: 'anyone' | 'each';
  /**
   * Who is meant now, per input and in its order; nobody is an empty list. All inputs of a go are asked at once: one
   * query, not one each. It is asked again at every repeat, so that whoever took over meanwhile is found.
   */
  resolve(ctx: ReadContext, inputs: readonly Input[]): Promise<readonly (readonly Found[])[]>;
  /**
   * Who of each unit's duty room is at their post now, where a roster says it; nobody is an empty list. The room is then these
   * people and not everybody who may ever sit in it.
   */
  atPost?(ctx: ReadContext, unitIds: readonly string[]): Promise<readonly (readonly Found[])[]>;
}

/** An addressee kind with whatever input; what lists work with. */
export type AnyAddresseeKind = Omit<AddresseeKind, 'resolve'> & {
  resolve(ctx: ReadContext, inputs: readonly never[]): Promise<readonly (readonly Found[])[]>;
};

export function defineAddressee<const Name extends string, Input>(
  name: Name,
  definition: Omit<AddresseeKind<Input, Name>, 'kind' | 'name'>,
): AddresseeKind<Input, Name> {
  return { kind: 'addressee', name, ...definition };
}

/** `addressedTo(unitDuty, { unitId })`: an addressee of a message. */
export interface AddresseeRef {
  readonly kind: string;
  readonly input: unknown;
}

export const addressedTo = <Input>(kind: AddresseeKind<Input>, input: NoInfer<Input>): AddresseeRef => ({
  kind: kind.name,
  input,
});

/** The names in braces of a text: `'{number}：{title}'` → `'number' | 'title'`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The words of one kind of message in both languages; the mark of a drill is put in front by the mechanism. */
export interface MessageTemplate<Name extends string = string, Names extends string = string> {
  readonly kind: 'message_template';
  /** Like a fact: `assignment.issued`. */
  readonly name: Name;
  readonly label: Phrase;
  readonly asks: Asks;
  readonly priority: 'extra_urgent' | 'urgent' | 'normal' | undefined;
  readonly heading: Phrase;
  /** Rule set of its ladders, where the general one is not meant; its capability names it among its `ruleSets`. */
  readonly ladders: LadderRules | undefined;
  readonly Names?: Names;
}

/** Declares a template; both languages must use the same placeholders, else the platform does not start. */
export function defineTemplate<const Name extends string, const Zh extends string, const En extends string>(
  name: Name,
  definition: {
    label: Phrase;
    /** What it wants of its addressee; nothing unless told. */
    asks?: Asks;
    priority?: 'extra_urgent' | 'urgent' | 'normal';
    ladders?: LadderRules;
    heading: { zh: Zh; en: En };
  },
): MessageTemplate<Name, Placeholders<Zh> | Placeholders<En>> {
  return { kind: 'message_template', name, asks: 'nothing', priority: undefined, ladders: undefined, ...definition };
}

/** What is wrong with a template: a placeholder that only one language has. */
export function faultsOfTemplate({ name, heading }: MessageTemplate): string[] {
  const namesIn = (text: string) => new Set(text.match(/\{\w+\}/g) ?? []);
  const [zh, en] = [namesIn(heading.zh), namesIn(heading.en)];
  return [...zh, ...en]
    .filter((one) => !(zh.has(one) && en.has(one)))
    .map((one) => `message template ${name}: ${one} is not in both languages`);
}

/**
 * `...told(TEMPLATE, { number, title })` into a message: heading, template, and what it asks. A value that is a phrase
 * puts each half into its language.
 */
export function told<Names extends string>(
  template: MessageTemplate<string, Names>,
  values: Readonly<Record<NoInfer<Names>, string | number | Phrase>>,
): { template: string; heading: Phrase; asks: Asks; priority?: 'extra_urgent' | 'urgent' | 'normal' } {
  const half = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries<string | number | Phrase>(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  return {
    template: template.name,
    heading: { zh: fill(template.heading, half('zh')).zh, en: fill(template.heading, half('en')).en },
    asks: template.asks,
    ...(template.priority ? { priority: template.priority } : {}),
  };
}
