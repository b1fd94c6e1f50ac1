import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FOOT,
  type LadderEvent,
  type LadderState,
  MESSAGE_LADDERS,
  nextStep,
  type Rung,
  rungsFor,
  satisfies,
} from './ladder.rules.ts';

const MINUTE = 60_000;
const T0 = new Date('2026-06-11T02:40:00Z');
const minutesLater = (minutes: number) => new Date(T0.getTime() + minutes * MINUTE);
const rules = MESSAGE_LADDERS.initial.values;

describe('the ladder', () => {
  it('特急: asked at once, again after 5 and 10 minutes, then deputy, duty room, and in the end a named human', () => {
    const steps: string[] = [];
    let { next, ask } = nextStep(FOOT, { kind: 'started' }, rules.extra_urgent, T0);
    while (next.state === 'climbing') {
      steps.push(`${(next.nextAt as Date).getTime() / MINUTE - T0.getTime() / MINUTE} ${ask?.who} ${ask?.isRepeat}`);
      ({ next, ask } = nextStep(next, { kind: 'due' }, rules.extra_urgent, next.nextAt as Date));
    }
    expect(steps).toEqual([
      '5 addressee false',
      '10 addressee true',
      '15 addressee true',
      '20 deputy false',
      '25 duty_room false',
    ]);
    expect(next).toMatchObject({ state: 'with_human', nextAt: null });
    expect(ask?.who).toBe('human');
  });

  it('does nothing before the wait is over, and nothing at all once it has ended', () => {
    const { next } = nextStep(FOOT, { kind: 'started' }, rules.urgent, T0);
    expect(nextStep(next, { kind: 'due' }, rules.urgent, minutesLater(14.9))).toEqual({ next });
    const { next: met } = nextStep(next, { kind: 'confirmed' }, rules.urgent, minutesLater(3));
    expect(met).toMatchObject({ state: 'confirmed', nextAt: null });
    for (const kind of ['due', 'nobody', 'undeliverable', 'taken_over', 'stopped', 'confirmed'] as const)
      expect(nextStep(met, { kind }, rules.urgent, minutesLater(60))).toEqual({ next: met });
  });

  it('what only informs climbs its own, slower ladder', () => {
    expect(rungsFor({ asks: 'nothing', priority: 'extra_urgent' }, rules)).toBe(rules.notice);
    expect(rungsFor({ asks: 'answer', priority: 'urgent' }, rules)).toBe(rules.urgent);
  });

  it.each([
    ['reached', 'nothing', true],
    ['reached', 'receipt', false],
    ['read', 'receipt', true],
    ['read', 'answer', false],
    ['answered', 'answer', true],
    ['answered', 'receipt', true],
  ] as const)('%s satisfies «%s»: %s', (did, asks, is) => expect(satisfies(did, asks)).toBe(is));
});

/*
 * The model: a list of attempts written out flat, and a finger on it. Slower, and so simple that it can be read: first
 * try and repeats of every rung in order, then the human; a finger that moves down, and a clock.
 */
interface World {
  /** Is somebody new to ask at this point of the list? Changes while the ladder stands: people leave, others come. */
  readonly isThere: (at: number) => boolean;
  readonly hasHuman: () => boolean;
}
class Model {
  state: LadderState['state'] = 'climbing';
  finger = -1;
  dueAt: Date | null = null;
  readonly asked: string[] = [];
  readonly attempts: { rung: number; round: number; who: string; minutes: number }[];
  constructor(ladder: readonly Rung[]) {
    this.attempts = ladder.flatMap((rung, index) =>
      Array.from({ length: rung.repeats + 1 }, (_, repeat) => ({
        rung: index,
        round: repeat + 1,
        who: rung.who,
        minutes: repeat === 0 ? rung.waitMinutes : rung.repeatMinutes,
      })),
    );
  }
  /** Goes down the list until somebody is there; a rung that finds nobody is left with all its repeats. */
  go(world: World, at: Date, isLeaving: boolean): void {
    let next = this.finger + 1;
    if (isLeaving) next = this.#afterRung();
    while (next < this.attempts.length) {
      this.finger = next;
      if (world.isThere(next)) {
        this.#ask(this.attempts[next] as (typeof this.attempts)[number], at);
        return;
      }
      next = this.#afterRung();
    }
    this.finger = this.attempts.length;
    if (!world.hasHuman()) {
      this.dueAt = new Date(at.getTime() + 15 * MINUTE);
      return;
    }
    this.asked.push('human');
    [this.state, this.dueAt] = ['with_human', null];
  }
  /** The attempt the finger is on once more; from the human the whole list once more. */
  again(world: World, at: Date): void {
    if (this.state === 'with_human') [this.state, this.finger] = ['climbing', 0];
    const here = this.attempts[this.finger];
    if (here && world.isThere(this.finger)) this.#ask(here, at);
    else this.go(world, at, true);
  }
  #ask({ who, rung, round, minutes }: (typeof this.attempts)[number], at: Date): void {
    this.asked.push(`${who} ${rung}/${round}`);
    this.dueAt = new Date(at.getTime() + minutes * MINUTE);
  }
  #afterRung(): number {
    const rung = this.attempts[this.finger]?.rung ?? this.attempts.length;
    const later = this.attempts.findIndex((one) => one.rung > rung);
    return later === -1 ? this.attempts.length : later;
  }
}

const RUNG = fc.record({
  who: fc.constantFrom('addressee' as const, 'deputy' as const, 'duty_room' as const),
  channels: fc.constant(['in_app' as const]),
  waitMinutes: fc.integer({ min: 1, max: 30 }),
  repeats: fc.integer({ min: 0, max: 3 }),
  repeatMinutes: fc.integer({ min: 1, max: 10 }),
});
const DOING = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('due' as const), minutes: fc.integer({ min: 0, max: 40 }) }) },
  fc.record({
    kind: fc.constantFrom('undeliverable' as const, 'crash' as const, 'resent' as const),
    minutes: fc.integer({ min: 0, max: 3 }),
  }),
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('confirmed' as const, 'taken_over' as const, 'stopped' as const),
      minutes: fc.constant(1),
    }),
  },
);

describe('the engine against the model', () => {
  const seeds = process.env.FULL ? 10_000 : 500;
  it(`agrees over ${seeds} ladders: who is asked, when, how it ends; nobody is lost`, () => {
    fc.assert(
      fc.property(
        fc.array(RUNG, { minLength: 1, maxLength: 5 }),
        fc.array(DOING, { maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        fc.boolean(),
        (ladder, doings, presence, hasHuman) => {
          const model = new Model(ladder);
          const world: World = { isThere: (at) => presence[at] ?? false, hasHuman: () => hasHuman };
          const asked: string[] = [];
          let now = T0;
          let state: LadderState = FOOT;

          /** What `advance` does: the step, then `nobody` as long as nobody is found; a crash undoes all of it. */
          const engine = (event: LadderEvent, crashes = false) => {
            const before = { state, asked: asked.length };
            let { next, ask } = nextStep(state, event, ladder, now);
            while (ask) {
              const { rung, round } = next;
              const at = model.attempts.findIndex((one) => one.rung === rung && one.round === round);
              const isFound = ask.who === 'human' ? hasHuman : world.isThere(at);
              if (isFound) {
                asked.push(ask.who === 'human' ? 'human' : `${ask.who} ${rung}/${round}`);
                break;
              }
              ({ next, ask } = nextStep(next, { kind: 'nobody' }, ladder, now));
            }
            state = next;
            if (crashes) {
              state = before.state;
              asked.length = before.asked;
            }
          };

          engine({ kind: 'started' });
          model.go(world, now, false);
          for (const { kind, minutes } of doings) {
            now = new Date(now.getTime() + minutes * MINUTE);
            const isOpen = model.state === 'climbing' || model.state === 'with_human';
            if (kind === 'crash') engine({ kind: 'due' }, true);
            else engine({ kind });
            if (kind === 'due' && model.state === 'climbing' && model.dueAt && model.dueAt <= now)
              model.go(world, now, false);
            if (kind === 'resent' && isOpen) model.again(world, now);
            if (kind === 'undeliverable' && model.state === 'climbing') model.go(world, now, true);
            if ((kind === 'confirmed' || kind === 'taken_over' || kind === 'stopped') && isOpen)
              [model.state, model.dueAt] = [kind, null];
            expect(asked).toEqual(model.asked);
            expect([state.state, state.nextAt]).toEqual([model.state, model.dueAt]);
            // Open means somebody has it: there is a time at which it goes on, or a named human.
            if (state.state === 'climbing') expect(state.nextAt).not.toBeNull();
            if (state.state === 'with_human') expect(asked.at(-1)).toBe('human');
          }
          // Left alone it always ends with the human, if there is one at all.
          for (let round = 0; round < 60 && state.state === 'climbing'; round += 1) {
            now = new Date(Math.max(now.getTime(), (state.nextAt as Date).getTime()));
            engine({ kind: 'due' });
          }
          if (hasHuman) expect(state.state).not.toBe('climbing');
        },
      ),
      { numRuns: seeds },
    );
  });
});
