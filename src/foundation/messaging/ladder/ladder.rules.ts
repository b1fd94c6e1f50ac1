import type { Phrase } from '../../../kernel/phrases.ts';
import type { Choice } from '../../registers/define.ts';
import { defineRuleSet, type RuleSetDefinition } from '../../rule-sets/define.ts';
import { group, MINUTES, oneOf, rows, someOf, TIMES, whole } from '../../rule-sets/leaf.type.ts';
import { CHANNEL_CHOICES, type ChannelName, TO_PHONE_AND_DESK } from '../channels/names.rules.ts';

/** Who may stand on a rung. A named human stands above the last one, always: no rule can take that away. */
export const RUNG_WHO = [
  { id: 'addressee', label: { zh: '本人（岗位）', en: 'The addressee' } },
  { id: 'deputy', label: { zh: '代理人', en: 'The deputy' } },
  { id: 'duty_room', label: { zh: '单位值班室', en: "The unit's duty room" } },
] as const satisfies readonly Choice[];

export type RungWho = (typeof RUNG_WHO)[number]['id'] | 'human';

export interface Rung {
  readonly who: Exclude<RungWho, 'human'>;
  readonly channels: readonly ChannelName[];
  /** Minutes after the first attempt, and after each repeat. */
  readonly waitMinutes: number;
  readonly repeats: number;
  readonly repeatMinutes: number;
}

/** The steps of one ladder, as a leaf of a rule set. */
export const rungs = (label: Phrase) =>
  rows({
    label,
    min: 1,
    max: 8,
    columns: {
      who: oneOf({ label: { zh: '找谁', en: 'Who' }, options: RUNG_WHO }),
      channels: someOf({ label: { zh: '渠道', en: 'Channels' }, options: CHANNEL_CHOICES }),
      waitMinutes: whole({ label: { zh: '等待', en: 'Wait' }, unit: MINUTES, min: 1, max: 10_080 }),
      repeats: whole({ label: { zh: '重复', en: 'Repeats' }, unit: TIMES, min: 0, max: 10 }),
      repeatMinutes: whole({ label: { zh: '重复间隔', en: 'Between repeats' }, unit: MINUTES, min: 1, max: 1440 }),
    },
  });

/** One step of a ladder as a rule set starts with it. */
export const rung = (who: Rung['who'], waitMinutes: number, repeats = 0, repeatMinutes = 5) => ({
  who,
  channels: [...TO_PHONE_AND_DESK],
  waitMinutes,
  repeats,
  repeatMinutes,
});

/** What every rule set of ladders has: a ladder for each priority, and one for what only informs. */
export const LADDERS = group({
  extra_urgent: rungs({ zh: '特急，须应答', en: 'Extra urgent, to be answered' }),
  urgent: rungs({ zh: '紧急，须应答', en: 'Urgent, to be answered' }),
  normal: rungs({ zh: '一般，须应答', en: 'Normal, to be answered' }),
  notice: rungs({ zh: '仅告知', en: 'For information' }),
});

/** Assumed throughout: 叫应 and receipt minutes are in no text that could be read (domain facts §3.5, §9.3). */
export const MESSAGE_LADDERS = defineRuleSet('message_ladders', {
  label: { zh: '消息升级阶梯', en: 'Ladders of messages' },
  about: {
    zh: '无人应答的消息先后经哪些渠道找谁、各等多久、重复几次；最后总要交到一个具名的人手中',
    en: 'By which channels an unanswered message goes to whom, with which waits and repeats, before a named human has it',
  },
  citation: '突发事件应对法 第61条（不得迟报、漏报）、第64条、第72条',
  ownerRole: 'duty_leader',
  schema: LADDERS,
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation:
      '叫应与签收时限（暂定）：特急 5 分钟、紧急 15 分钟、一般 60 分钟未应答的重复两次、每次间隔 5 分钟，再转代理人、值班室',
    values: {
      extra_urgent: [rung('addressee', 5, 2), rung('deputy', 5), rung('duty_room', 5)],
      urgent: [rung('addressee', 15, 2), rung('deputy', 15), rung('duty_room', 10)],
      normal: [{ ...rung('addressee', 60), channels: ['in_app'] }, rung('addressee', 60), rung('duty_room', 60)],
      notice: [{ ...rung('addressee', 1440), channels: ['in_app'] }, rung('addressee', 1440)],
    },
  },
});

export type MessageLadders = (typeof MESSAGE_LADDERS)['initial']['values'];
/** A rule set of ladders: the general one, or one that a kind of message has for itself. */
export type LadderRules = RuleSetDefinition<MessageLadders>;

/**
 * What a message wants of its addressee: to have reached them, to have been read, an answer to its question, or a deed.
 * A deed is done on the record the message is about (an order is received there), so reading does not end the asking.
 */
export const ASKS = [
  { id: 'nothing', label: { zh: '告知', en: 'For information' } },
  { id: 'receipt', label: { zh: '须回执', en: 'To be confirmed' } },
  { id: 'answer', label: { zh: '须答复', en: 'To be answered' } },
  { id: 'deed', label: { zh: '须办理', en: 'To be acted on' } },
] as const satisfies readonly Choice[];

export type Asks = (typeof ASKS)[number]['id'];

/** The rungs for a message. */
export function rungsFor(
  { asks, priority }: { asks: Asks; priority: 'extra_urgent' | 'urgent' | 'normal' },
  ladders: MessageLadders,
): readonly Rung[] {
  return asks === 'nothing' ? ladders.notice : ladders[priority];
}

/** Does what a person did satisfy what the message asks? Reading says more than arriving, answering more than reading. */
export function satisfies(did: 'reached' | 'read' | 'answered', asks: Asks): boolean {
  const order = { reached: 0, nothing: 0, read: 1, receipt: 1, answered: 2, answer: 2, deed: 3 };
  return order[did] >= order[asks];
}

/**
 * Where the message to one addressee stands. `climbing`: somebody is being asked or waited for. `with_human`: a named
 * human has it and must take it over. The other three are ends.
 */
export const LADDER_STATE_NAMES = ['climbing', 'with_human', 'confirmed', 'taken_over', 'stopped'] as const;
export type LadderStateName = (typeof LADDER_STATE_NAMES)[number];

export interface LadderState {
  readonly state: LadderStateName;
  /** Index into the rungs; their number = the named human. */
  readonly rung: number;
  /** 1 = the first attempt on this rung. */
  readonly round: number;
  /** When the wait is over; only while climbing. */
  readonly nextAt: Date | null;
}

export type LadderEvent =
  | { readonly kind: 'started' }
  /** The runner looked; counts only once the wait is over. */
  | { readonly kind: 'due' }
  /** Who was to be asked is not there, has been asked already, or no channel of the rung is on. */
  | { readonly kind: 'nobody' }
  /** Every letter of this attempt has come back. */
  | { readonly kind: 'undeliverable' }
  /** Somebody who was asked did what the message asks. */
  | { readonly kind: 'confirmed' }
  /** The named human, or another officer, says that they see to it. */
  | { readonly kind: 'taken_over' }
  /** Somebody wants it sent again at once; from the named human it goes back to the foot. */
  | { readonly kind: 'resent' }
  /** What the message was about is settled. */
  | { readonly kind: 'stopped' };

/** Who is to be asked now, by which channels. */
export interface Asking {
  readonly who: RungWho;
  readonly channels: readonly ChannelName[];
  readonly isRepeat: boolean;
}

export interface LadderStep {
  readonly next: LadderState;
  /** The caller looks for these people; finds it none, it comes back with `nobody` in the same transaction. */
  readonly ask?: Asking;
}

export const FOOT: LadderState = { state: 'climbing', rung: 0, round: 1, nextAt: null };

const MINUTE = 60_000;
/** A district in which nobody at all holds a post is looked at again after this. */
const EMPTY_DISTRICT_MINUTES = 15;

/** The whole engine: what follows from an event. An event that no longer matters changes nothing. */
export function nextStep(now: LadderState, event: LadderEvent, rules: readonly Rung[], at: Date): LadderStep {
  const isOpen = now.state === 'climbing' || now.state === 'with_human';
  const ended = (state: LadderStateName): LadderStep => ({ next: { ...now, state, nextAt: null } });
  switch (event.kind) {
    case 'confirmed':
    case 'taken_over':
    case 'stopped':
      return isOpen ? ended(event.kind) : { next: now };
    case 'started':
      return ask(now, rules, at);
    case 'resent': {
      if (!isOpen) return { next: now };
      const step = ask(now.state === 'with_human' ? { ...FOOT } : now, rules, at);
      return step.ask ? { ...step, ask: { ...step.ask, isRepeat: true } } : step;
    }
    case 'due': {
      if (now.state !== 'climbing' || now.nextAt === null || now.nextAt > at) return { next: now };
      const isLeft = now.round <= (rules[now.rung]?.repeats ?? 0);
      return ask(isLeft ? { ...now, round: now.round + 1 } : above(now, rules), rules, at);
    }
    case 'nobody':
      if (now.state === 'with_human') {
        // Nobody holds a post: the ladder stays on its last step and looks again.
        const nextAt = new Date(at.getTime() + EMPTY_DISTRICT_MINUTES * MINUTE);
        return { next: { ...now, state: 'climbing', nextAt } };
      }
      return now.state === 'climbing' ? ask(above(now, rules), rules, at) : { next: now };
    case 'undeliverable':
      return now.state === 'climbing' ? ask(above(now, rules), rules, at) : { next: now };
  }
}

function above(now: LadderState, rules: readonly Rung[]): LadderState {
  return { ...now, rung: Math.min(now.rung + 1, rules.length), round: 1 };
}

function ask(now: LadderState, rules: readonly Rung[], at: Date): LadderStep {
  const rung = rules[now.rung];
  if (!rung) {
    return {
      next: { ...now, state: 'with_human', nextAt: null },
      ask: { who: 'human', channels: TO_PHONE_AND_DESK, isRepeat: false },
    };
  }
  const minutes = now.round === 1 ? rung.waitMinutes : rung.repeatMinutes;
  return {
    next: { ...now, state: 'climbing', nextAt: new Date(at.getTime() + minutes * MINUTE) },
    ask: { who: rung.who, channels: rung.channels, isRepeat: now.round > 1 },
  };
}
