import type { CommandContext } from '../api/context.ts';
import type { Stamp } from '../identity/define.ts';
import type { Mark } from '../registers/define.ts';

/** What happened, as a command states it. Kind is `register.verb` in the past tense. */
export interface FactInput {
  readonly kind: string;
  readonly subject: { readonly register: string; readonly id: string };
  /** Facts about the matter; personal text is replaced by its digest before it gets here. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** When it happened in the world; the time of recording unless told. */
  readonly happenedAt?: Date;
  /** Other records whose screens show this fact, e.g. the incident of an order. */
  readonly concerns?: readonly { readonly register: string; readonly id: string }[];
  /**
   * The one person whom it is about, of all that the record involves: of them nobody else hears it. Ten thousand who are told the same
   * are not each told of the other 9,999, and no fact names them all.
   */
  readonly of?: string;
}

/** A fact as the timeline holds it. */
export interface Fact {
  readonly id: string;
  readonly sequence: number;
  readonly position: number | null;
  readonly kind: string;
  readonly v: number;
  readonly register: string;
  readonly subjectId: string;
  readonly concerns: readonly { readonly register: string; readonly id: string }[];
  readonly actorId: string | null;
  readonly actorName: string;
  readonly hatId: string | null;
  readonly hatName: string;
  readonly deviceId: string | null;
  readonly installation: string;
  readonly commandId: string;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly mark: Mark;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly stamp: Stamp;
}

/**
 * «When this fact, do that.» Runs after the seal, in chain order, in a transaction of its own together with its
 * cursor, so that it happens once. It must be idempotent all the same: a restore may replay it.
 */
export interface Reaction {
  readonly name: string;
  readonly to: readonly string[];
  run(ctx: CommandContext, fact: Fact): Promise<void>;
}

export function reaction(name: string, to: readonly string[], run: Reaction['run']): Reaction {
  return { name, to, run };
}
