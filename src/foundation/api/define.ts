import type { z } from 'zod';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Book } from '../books/define.ts';
import type { FallbackSection } from '../continuity/define.ts';
import type { DossierSection } from '../dossiers/define.ts';
import type { AnySheet } from '../exchange/define.ts';
import type { RoadGraphDefinition } from '../geo/define.ts';
import type { Permission } from '../identity/define.ts';
import type { IndicatorDefinition } from '../indicators/define.ts';
import type { AnyJob } from '../jobs/define.ts';
import type { LifecycleDefinition, StepCheck } from '../lifecycle/define.ts';
import type { AnyAddresseeKind, MessageTemplate } from '../messaging/define.ts';
import type { NeedSource } from '../needs/define.ts';
import type { AnyDocumentKind } from '../official-documents/define.ts';
import type { RegisterDefinition, RegisterFaces } from '../registers/define.ts';
import type { RuleSetDefinition, TryOut } from '../rule-sets/define.ts';
import type { SearchDefinition } from '../search/define.ts';
import type { Reaction } from '../timeline/define.ts';
import type { CommandContext, ViewContext } from './context.ts';

/**
 * One declaration gives an operation its route, validation both ways, permission, OpenAPI entry, transaction, facts
 * and the type its screens see. There are no controllers.
 */
interface Operation<Name extends string, I extends z.ZodType, O extends z.ZodType> {
  /** `incidents.close`: capability in camelCase plural, then the verb an officer would say or the question asked. */
  readonly name: Name;
  readonly label: Phrase;
  /** Checked before the body is read; how far it reaches is applied when records are loaded. */
  readonly may: Permission;
  readonly input: I;
  readonly output: O;
}

export interface CommandDefinition<Name extends string, I extends z.ZodType, O extends z.ZodType>
  extends Operation<Name, I, O> {
  readonly kind: 'command';
  /** Version of the input's shape; older shapes are lifted by upcasters. */
  readonly v: number;
  /** Every fact the command may write. A command that records nothing has not happened. */
  readonly records: readonly [string, ...string[]];
  /** Requests per minute and person; 120 unless told. */
  readonly perMinute?: number;
  run(ctx: CommandContext, input: z.output<I>): Promise<z.input<O>>;
}

export interface ViewDefinition<Name extends string, I extends z.ZodType, O extends z.ZodType>
  extends Operation<Name, I, O> {
  readonly kind: 'view';
  /** Registers whose facts make the answer stale. */
  readonly reads: readonly RegisterDefinition[];
  run(ctx: ViewContext, input: z.output<I>): Promise<z.input<O>>;
}

/** What a screen knows of an operation by `import type`: its name and JSON shapes. */
export interface Command<Name extends string = string, I = unknown, O = unknown> {
  readonly kind: 'command';
  readonly name: Name;
  readonly Input?: I;
  readonly Output?: O;
}
export interface View<Name extends string = string, I = unknown, O = unknown> {
  readonly kind: 'view';
  readonly name: Name;
  readonly Input?: I;
  readonly Output?: O;
}

/** Dates become text on the wire; everything else keeps its shape. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

export function command<const Name extends string, I extends z.ZodType, O extends z.ZodType>(
  name: Name,
  definition: Omit<CommandDefinition<Name, I, O>, 'kind' | 'name' | 'v'> & { v?: number },
): CommandDefinition<Name, I, O> & Command<Name, z.input<I>, Json<z.output<O>>> {
  return { kind: 'command', name, v: 1, ...definition };
}

export function view<const Name extends string, I extends z.ZodType, O extends z.ZodType>(
  name: Name,
  definition: Omit<ViewDefinition<Name, I, O>, 'kind' | 'name'>,
): ViewDefinition<Name, I, O> & View<Name, z.input<I>, Json<z.output<O>>> {
  return { kind: 'view', name, ...definition };
}

/* An operation whatever its shapes: what lists, routes and documentation work with. `never` input makes any run fit. */
export type AnyCommand = Omit<CommandDefinition<string, z.ZodType, z.ZodType>, 'run'> & {
  run(ctx: CommandContext, input: never): Promise<unknown>;
};
export type AnyView = Omit<ViewDefinition<string, z.ZodType, z.ZodType>, 'run'> & {
  run(ctx: ViewContext, input: never): Promise<unknown>;
};

/** Does the operation have a subject? Then its id stands in the path. */
export function hasId(operation: AnyCommand | AnyView): boolean {
  const shape = (operation.input as { shape?: Record<string, unknown> }).shape;
  return shape !== undefined && 'id' in shape;
}

/**
 * What somebody typed to look for: perhaps a name, a phone, an identity number. In every view it is called so, and a
 * question that holds it is asked by POST in the body: addresses are kept by logs, proxies and the histories of browsers.
 */
export const TYPED = 'q';

/** A whole text that somebody said or wrote, to be read by rules: like `q`, and too long for an address besides. */
export const TEXT = 'text';

/** Does a question hold words of a person? Then all of it stands in the body. */
export const holdsWords = (input: Readonly<Record<string, unknown>>): boolean =>
  [TYPED, TEXT].some((name) => (input[name] ?? undefined) !== undefined);

/** Is what somebody typed part of a view's question? Then it goes into the body. */
export function typedIn(operation: AnyView): 'always' | 'sometimes' | 'never' {
  const shape = (operation.input as { shape?: Record<string, z.ZodType> }).shape;
  const typed = shape?.[TYPED] ?? shape?.[TEXT];
  if (!typed) return 'never';
  return typed.safeParse(undefined).success ? 'sometimes' : 'always';
}

/** All that one folder contributes to the server: the content of its `index.ts`. */
export interface Capability {
  readonly name: string;
  readonly label: Phrase;
  readonly registers: readonly RegisterDefinition[];
  /** Registers with list, page, form, sheet and import from their declaration. */
  readonly faces: readonly RegisterFaces[];
  /** Sheets that are no registers: each of their rows becomes several commands. */
  readonly sheets: readonly AnySheet[];
  readonly lifecycles: readonly LifecycleDefinition[];
  readonly permissions: readonly Permission[];
  readonly commands: readonly AnyCommand[];
  readonly views: readonly AnyView[];
  readonly reactions: readonly Reaction[];
  /** Kinds of long work it does in the background. */
  readonly jobs: readonly AnyJob[];
  /** Kinds of rule it judges by, and what other figures would have meant for its records. */
  readonly ruleSets: readonly RuleSetDefinition[];
  readonly tryOuts: readonly TryOut[];
  /** Ways to say who is meant by a message, and the words of its kinds. */
  readonly addressees: readonly AnyAddresseeKind[];
  readonly messageTemplates: readonly MessageTemplate[];
  /** What is counted; the rule set of each comes with it. */
  readonly indicators: readonly IndicatorDefinition[];
  /** What is found by the one search field; registers with faces are found by their declaration. */
  readonly searches: readonly SearchDefinition[];
  /** Kinds of 公文 drafted from its records. */
  readonly documentKinds: readonly AnyDocumentKind[];
  /** What of it people need on paper when there is no power. */
  readonly fallbackSections: readonly FallbackSection[];
  /** What its registers know of a place when something happens there. */
  readonly books: readonly Book[];
  /** What of it waits for somebody now. */
  readonly needs: readonly NeedSource[];
  /** What must be in order before somebody takes a step. */
  readonly stepChecks: readonly StepCheck[];
  /** What it has to tell in the whole file of a record. */
  readonly dossierSections: readonly DossierSection[];
  /** Registers that ways are found on; one capability of an installation has them. */
  readonly roadGraphs: readonly RoadGraphDefinition[];
  /** How facts read on a timeline, where the label of the command that records them does not say it. */
  readonly facts: Readonly<Record<string, Phrase>>;
  /** Texts in the payload of a fact by which its record is found, readable for whoever sees the record: `reason`. */
  readonly factWords: Readonly<Record<string, readonly string[]>>;
}

export function capability(definition: Pick<Capability, 'name' | 'label'> & Partial<Capability>): Capability {
  return {
    registers: [],
    faces: [],
    sheets: [],
    lifecycles: [],
    permissions: [],
    commands: [],
    views: [],
    reactions: [],
    jobs: [],
    ruleSets: [],
    tryOuts: [],
    addressees: [],
    messageTemplates: [],
    indicators: [],
    searches: [],
    documentKinds: [],
    fallbackSections: [],
    books: [],
    needs: [],
    stepChecks: [],
    dossierSections: [],
    roadGraphs: [],
    facts: {},
    factWords: {},
    ...definition,
  };
}
