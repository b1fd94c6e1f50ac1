import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Permission } from '../identity/define.ts';
import type { RegisterDefinition } from '../registers/define.ts';

/** A guard looks at the record and answers with the reason why not, or with nothing. It does no I/O. */
export type Guard<Row> = (row: Row) => Phrase | undefined;

export interface Transition<State extends string = string, Row = never> {
  readonly label: Phrase;
  readonly from: readonly State[];
  readonly to: State;
  readonly may: Permission;
  /** Fields that must be filled on the record once the transition's own values are in. */
  readonly requires?: readonly string[];
  readonly guard?: Guard<Row>;
  /** Law, standard or rule the step comes from. */
  readonly cites?: string;
}

export interface LifecycleDefinition {
  readonly register: RegisterDefinition;
  readonly initial: string;
  readonly states: Readonly<Record<string, Phrase>>;
  readonly transitions: Readonly<Record<string, Transition>>;
}

/** A lifecycle whose state and transition names the compiler knows. */
export interface Lifecycle<R extends RegisterDefinition, State extends string, Name extends string>
  extends LifecycleDefinition {
  readonly register: R;
  readonly states: Readonly<Record<State, Phrase>>;
  readonly transitions: Readonly<Record<Name, Transition>>;
}

export function defineLifecycle<R extends RegisterDefinition, const State extends string, const Name extends string>(
  register: R,
  definition: {
    initial: NoInfer<State>;
    states: Record<State, Phrase>;
    // biome-ignore lint/suspicious/noExplicitAny: the guard's row type is the register's; checked where it is written
    transitions: Record<Name, Transition<NoInfer<State>, any>>;
  },
): Lifecycle<R, State, Name> {
  return { register, ...definition };
}

/** Something that is not in order yet, in words, and the page where it is mended. */
export interface Finding {
  readonly text: Phrase;
  readonly mend?: { readonly label: Phrase; readonly to: string };
}

/**
 * What is looked at before a step, contributed by whoever knows it: a guard sees one record, a check sees the matter around it.
 * `firm`: the step is refused. `asked`: it needs a word why it is taken all the same. `noted`: told, because it becomes due then.
 */
export interface StepCheck {
  readonly name: string;
  readonly before: { readonly register: string; readonly transition: string };
  readonly label: Phrase;
  readonly weight: 'firm' | 'asked' | 'noted';
  readonly order: number;
  readonly cites?: string;
  /** What is not in order; nothing when all is. */
  run(ctx: ReadContext, id: string): Promise<readonly Finding[]>;
}

export const defineCheck = (name: string, check: Omit<StepCheck, 'name'>): StepCheck => ({ name, ...check });

/** What is wrong with a lifecycle, in sentences for the start-up log; empty when it is sound. */
export function faultsOf(lifecycle: LifecycleDefinition): string[] {
  const states = new Set(Object.keys(lifecycle.states));
  const faults: string[] = [];
  const name = lifecycle.register.name;
  if (!states.has(lifecycle.initial)) faults.push(`${name}: initial state ${lifecycle.initial} is not declared`);
  for (const [key, transition] of Object.entries(lifecycle.transitions)) {
    for (const state of [...transition.from, transition.to]) {
      if (!states.has(state)) faults.push(`${name}.${key}: unknown state ${state}`);
    }
    for (const field of transition.requires ?? []) {
      if (!(field in lifecycle.register.fields)) faults.push(`${name}.${key}: requires unknown field ${field}`);
    }
  }
  const reached = new Set([lifecycle.initial]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to } of Object.values(lifecycle.transitions)) {
      if (!reached.has(to) && from.some((state) => reached.has(state))) {
        reached.add(to);
        grown = true;
      }
    }
  }
  for (const state of states) if (!reached.has(state)) faults.push(`${name}: state ${state} cannot be reached`);
  return faults;
}

/** Transitions possible from a state, before permission and guard are asked. */
export function transitionsFrom(lifecycle: LifecycleDefinition, state: string): string[] {
  return Object.entries(lifecycle.transitions)
    .filter(([, transition]) => transition.from.includes(state))
    .map(([name]) => name);
}
