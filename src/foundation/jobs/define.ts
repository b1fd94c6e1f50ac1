import type { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { Platform } from '../api/index.ts';
import type { Permission, Viewer } from '../identity/define.ts';
import type { RuleReader } from '../rule-sets/define.ts';

/** How far a job has come, in units its stage names (rows, pages, records). */
export interface Progress<Cursor = unknown> {
  readonly done: number;
  readonly total?: number;
  readonly stage?: Phrase;
  /** Where the next run goes on when this one is cut off; kept at once, progress without one about twice a second. */
  readonly cursor?: Cursor;
}

/** What a run is given. */
export interface JobContext<Input = unknown, Cursor = unknown> {
  readonly jobId: string;
  readonly input: Input;
  /** What the last run kept by `progress`; undefined in the first. */
  readonly cursor: Cursor | undefined;
  /** 1 for the first. */
  readonly attempt: number;
  /** Who asked for it, with the rights of now; the server itself for what nobody asked. */
  readonly viewer: Viewer;
  /** Aborted when somebody cancels or the server stops: hand it on to whatever takes long. */
  readonly signal: AbortSignal;
  /** For mechanisms of the foundation; a capability works through `command` and `read`. */
  readonly platform: Platform;
  /** Tells how far it is, lets others have their turn, and throws when the job was cancelled or the server stops. */
  progress(progress: Progress<Cursor>): Promise<void>;
  /** One command = one short transaction. The same `step` of the same job is carried out once, however often it runs. */
  command<Output = unknown>(name: string, input: unknown, step: string): Promise<Output>;
  /** One short read-only transaction, by the rights of `viewer`. */
  read<T>(may: Permission, run: (ctx: ReadContext) => Promise<T>): Promise<T>;
}

/**
 * A kind of long work. `run` may be cut off at any line and is then run again from its cursor, on any replica: what it
 * does twice must come out once.
 */
export interface JobDefinition<Input = unknown, Cursor = unknown> {
  readonly kind: 'job';
  /** `imports.check`: plural of the capability, then the verb. */
  readonly name: string;
  readonly label: Phrase;
  readonly input: z.ZodType<Input>;
  /** Runs that may fail for a passing reason before the job has failed; 5 unless told. */
  readonly tries?: number;
  /** The server starts it by itself again and again, this many minutes after the last one ended. */
  readonly everyMinutes?: number | ((rules: RuleReader, now: Date) => number);
  /** What came of it, for whoever asked; small, without personal data. A `Problem` thrown fails at once, in its words. */
  run(ctx: JobContext<Input, Cursor>): Promise<Readonly<Record<string, unknown>> | undefined>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of kinds is heterogeneous; each keeps its own input and cursor
export type AnyJob = JobDefinition<any, any>;

export function defineJob<Input, Cursor = unknown>(
  name: string,
  definition: Omit<JobDefinition<Input, Cursor>, 'kind' | 'name'>,
): JobDefinition<Input, Cursor> {
  return { kind: 'job', name, ...definition };
}
