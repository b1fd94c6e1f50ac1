import type { RawBuilder } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import { definePermission, type Permission } from '../identity/define.ts';
import { defineLifecycle, type Guard, type Lifecycle, type Transition } from '../lifecycle/define.ts';
import type { Fields, RegisterDefinition } from './define.ts';

/** Who may see and who may keep the records of a register, by role. */
type Granted = Permission['granted'];

/** A heading of form and page with the fields under it. */
export interface FieldSection<Name extends string = string> {
  readonly title: Phrase;
  readonly fields: readonly Name[];
  /** Only for records whose choice `field` is one of these; of any other kind its fields are neither asked nor taken. */
  readonly when?: { readonly field: Name; readonly in: readonly string[] };
}

/** A step of the register's own lifecycle, beside withdrawing, restoring and merging. */
export interface OwnStep<State extends string = string, Field extends string = string> {
  readonly label: Phrase;
  readonly from: readonly State[];
  readonly to: State;
  /** Whoever keeps the register unless told; told, it makes a permission `<register>.<step>`. */
  readonly may?: Granted;
  /**
   * Past tense for the timeline: `opened`. It makes command and button of the step. A step without it belongs to the
   * capability: it declares the command, and contributes the button at `<register>.actions`.
   */
  readonly fact?: string;
  /** Fields filled in with the step. */
  readonly asks?: readonly Field[];
  readonly requires?: readonly Field[];
  /** Is a reason asked for and kept? It may be given in any case. */
  readonly needsReason?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the row is the register's; the guard is written beside its fields
  readonly guard?: Guard<any>;
  readonly cites?: string;
}

/** A list column that no field holds, such as the occupancy of a shelter: SQL over the relation `r` of the register. */
export type Compute = (ctx: ReadContext) => RawBuilder<unknown>;

/** Why a record cannot be withdrawn now: goods of it still lie on a shelf. */
export type Needed = (ctx: ReadContext, id: string) => Promise<Phrase | undefined>;

/** What is wrong with a whole record, at which field: that a term ends before it begins. */
export type RecordCheck = (values: Readonly<Record<string, unknown>>) => { field: string; reason: Phrase } | undefined;

/** The same where only the server can tell: that a layer's source has the fields it is drawn by. Asked after `check`. */
export type Judge = (
  ctx: ReadContext,
  values: Readonly<Record<string, unknown>>,
) => Promise<{ field: string; reason: Phrase } | undefined>;

/** Fields that nobody fills in because they follow from others; given the whole record, worked out with every writing. */
export type Derive = (values: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * What a register needs beyond its fields to be a list, a page, a form, a sheet and an import without a line of their own.
 * `registerOperations(faces)` (server) and `registerScreens(…)` (browser) make them.
 */
export interface RegisterFaces<R extends RegisterDefinition = RegisterDefinition> {
  readonly register: R;
  readonly read: Permission;
  readonly keep: Permission;
  readonly lifecycle: Lifecycle<R, string, string>;
  /** Steps of the register's own, by name. */
  readonly steps: Readonly<Record<string, OwnStep>>;
  /** States of a record that is neither withdrawn nor merged into another. */
  readonly inUse: readonly string[];
  readonly sections: readonly FieldSection[];
  /** Fields that stand as choices above the list. */
  readonly filters: readonly string[];
  /** Text fields that the search field of the list looks into. */
  readonly search: readonly string[];
  /** Fields of which no two records in use may have the same value; a sheet updates by the first. */
  readonly keys: readonly string[];
  /** Fields that no two records in use share all of: one A and one B in a community. */
  readonly together: readonly (readonly string[])[];
  /** Columns of list, page and sheet that are reckoned; how they read is said as a field says it. */
  readonly computed: Fields;
  /** How they are reckoned; on the server alone. */
  readonly compute?: Readonly<Record<string, Compute>>;
  /** What keeps a record from being withdrawn; on the server alone. */
  readonly needed?: Needed;
  readonly check?: RecordCheck;
  /** On the server alone. */
  readonly judge?: Judge;
  readonly derive?: Derive;
  /** Category of 责任分工 under which somebody answers for the ground that its records lie on. */
  readonly responsibility?: string;
  /** What the house works with rather than what people look for, such as layers and pieces of road: found after all else. */
  readonly isBackground?: boolean;
}

/** States that every register has. A register of its own lifecycle may call `active` what it is in its trade: 待命. */
export type CommonState = 'active' | 'withdrawn' | 'merged';

export function defineFaces<
  Name extends string,
  F extends Fields,
  const Reckoned extends string = never,
  const State extends string = never,
>(
  register: RegisterDefinition<Name, F>,
  faces: {
    /** Who sees; whoever keeps sees, too, and is named here again. */
    readonly read: Granted;
    readonly keep: Granted;
    readonly sections: readonly FieldSection<(keyof F & string) | NoInfer<Reckoned>>[];
    readonly filters?: readonly (keyof F & string)[];
    readonly search?: readonly (keyof F & string)[];
    readonly keys?: readonly (keyof F & string)[];
    readonly together?: readonly (readonly (keyof F & string)[])[];
    readonly computed?: Readonly<Record<Reckoned, Fields[string]>>;
    readonly states?: Readonly<Record<State, Phrase>>;
    readonly steps?: Readonly<Record<string, OwnStep<NoInfer<State> | 'active', keyof F & string>>>;
    readonly check?: RecordCheck;
    readonly derive?: Derive;
    readonly responsibility?: string;
    readonly isBackground?: boolean;
  },
): RegisterFaces<RegisterDefinition<Name, F>> {
  const { zh, en } = register.label;
  const noun = en.toLowerCase();
  const read = definePermission(`${register.name}.read`, {
    label: { zh: `查看${zh}`, en: `See the register: ${noun}` },
    granted: faces.read,
  });
  const keep = definePermission(`${register.name}.keep`, {
    label: { zh: `维护${zh}`, en: `Keep the register: ${noun}` },
    granted: faces.keep,
  });
  const { sections, filters = [], search = [], keys = [], together = [], computed = {}, states = {} } = faces;
  const { steps = {}, check, derive, responsibility, isBackground } = faces;
  const inUse = [...new Set(['active', ...Object.keys(states)])];
  const lifecycle = defineLifecycle<RegisterDefinition<Name, F>, string, string>(register, {
    initial: 'active',
    states: {
      active: { zh: '在册', en: 'On the register' },
      ...states,
      withdrawn: { zh: '已注销', en: 'Withdrawn' },
      merged: { zh: '已并入', en: 'Merged' },
    },
    transitions: {
      ...Object.fromEntries(
        Object.entries(steps as Record<string, OwnStep>).map(([step, own]) => [
          step,
          transitionOf(register, step, own, keep),
        ]),
      ),
      withdraw: { label: { zh: '注销', en: 'Withdraw' }, from: inUse, to: 'withdrawn', may: keep },
      restore: { label: { zh: '恢复', en: 'Restore' }, from: ['withdrawn'], to: 'active', may: keep },
      merge: { label: { zh: '并入另一条', en: 'Merge into another' }, from: inUse, to: 'merged', may: keep },
      unmerge: { label: { zh: '撤销合并', en: 'Undo the merge' }, from: ['merged'], to: 'active', may: keep },
    },
  });
  return {
    register,
    read,
    keep,
    lifecycle,
    steps: steps as Readonly<Record<string, OwnStep>>,
    inUse,
    sections,
    filters,
    search,
    keys,
    together,
    computed,
    ...(check ? { check } : {}),
    ...(derive ? { derive } : {}),
    ...(responsibility ? { responsibility } : {}),
    ...(isBackground ? { isBackground } : {}),
  };
}

function transitionOf(register: RegisterDefinition, step: string, own: OwnStep, keep: Permission): Transition {
  const { label, from, to, may, requires, guard, cites } = own;
  return {
    label,
    from,
    to,
    may: may
      ? definePermission(`${register.name}.${step}`, {
          label: { zh: `${label.zh}${register.label.zh}`, en: `${label.en}: ${register.label.en.toLowerCase()}` },
          granted: may,
        })
      : keep,
    ...(requires ? { requires } : {}),
    ...(guard ? { guard } : {}),
    ...(cites ? { cites } : {}),
  };
}
