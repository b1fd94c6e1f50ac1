import type { RawBuilder } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Permission, Viewer } from '../identity/define.ts';
import type { Lifecycle } from '../lifecycle/define.ts';
import type { BlindIndex, CommonColumns, Mark, RegisterDefinition, RowOf, ValuesOf } from '../registers/define.ts';
import type { RuleInForce, RuleSetDefinition } from '../rule-sets/define.ts';
import type { FactInput } from '../timeline/define.ts';
import type { Catalogue } from './platform.ts';

/** Values of a new record: the register's own fields, personal ones in plain text (they are sealed on the way). */
export type NewValues<R> =
  R extends RegisterDefinition<string, infer F>
    ? Partial<ValuesOf<F>> & {
        id?: string;
        state?: string;
        number?: string;
        mark?: Mark;
        ownerUnitId?: string;
        areaCode?: string;
      }
    : never;

/** What every operation is given. */
export interface ReadContext {
  readonly viewer: Viewer;
  /** The instant of this operation, by the database's clock. */
  readonly now: Date;
  readonly installation: string;
  /** Everything declared; for mechanisms that speak about any register (timeline, diagrams). */
  readonly catalogue: Catalogue;
  /**
   * The register as the viewer may see it: a parenthesised relation to put after FROM or JOIN in raw SQL,
   * `sql\`select … from ${ctx.visible(incident)} i\``. Scope of `permission`, the operation's own unless told.
   */
  visible(register: RegisterDefinition, permission?: Permission): RawBuilder<unknown>;
  /** Runs SQL in the operation's transaction. Columns come back in camelCase. */
  rows<Row extends object>(query: RawBuilder<unknown>): Promise<Row[]>;
  row<Row extends object>(query: RawBuilder<unknown>): Promise<Row | undefined>;
  /** One visible record with its personal narrative opened and contacts masked; hidden or missing → `record.unknown`. */
  record<R extends RegisterDefinition>(register: R, id: string, permission?: Permission): Promise<RowOf<R>>;
  /** Opens sealed personal columns of rows from a hand-written query: narratives in plain, contacts masked. */
  openPersonal(register: RegisterDefinition, rows: readonly object[]): Promise<void>;
  /** The digest under which a word of a sealed value is kept in its blind index; undefined where the text asks for none. */
  blindWord(index: BlindIndex, typed: string): string | undefined;
  /** Ids of a register's records whose names sound as typed (`zhangwei`, `zw`), after `in`; undefined where letters do not read so. */
  heard(register: string, typed: string): RawBuilder<unknown> | undefined;
  /** May the viewer read this record, by the permission `<register>.read`? For what hangs on records of any kind. */
  maySee(register: string, id: string): Promise<boolean>;
  /** Does any hat of the viewer hold the permission (whatever its scope)? */
  holds(permission: Permission): boolean;
  /** The figures of a rule in force at an instant, now unless told; keep `ruleUsed(rule)` on the record it judges. */
  rules<Values>(kind: RuleSetDefinition<Values>, at?: Date): RuleInForce<Values>;
}

export interface ViewContext extends ReadContext {
  readonly kind: 'view';
}

export interface CommandContext extends ReadContext {
  readonly kind: 'command';
  /** The command's own id = idempotency key; facts carry it. */
  readonly commandId: string;
  /** Version the caller believes the subject has (`If-Match`), where one was sent. */
  readonly baseVersion: number | undefined;
  readonly tx: Transaction;
  /** Like `record`, locked for this transaction and checked against `If-Match` when it is the command's subject. */
  load<R extends RegisterDefinition>(register: R, id: string, permission?: Permission): Promise<RowOf<R>>;
  /** Inserts with the common columns stamped: owner unit (the acting hat's unless given), area, mark, author. */
  insert<R extends RegisterDefinition>(register: R, values: NewValues<R>): Promise<RowOf<R>>;
  /** The same for many of one register in one statement; their order is kept. For imports and first loads. */
  insertMany<R extends RegisterDefinition>(register: R, values: readonly NewValues<R>[]): Promise<CommonColumns[]>;
  /** Writes changes to a loaded row; the version goes up by one. */
  update<R extends RegisterDefinition>(register: R, row: RowOf<R>, changes: NewValues<R>): Promise<RowOf<R>>;
  /** Takes a lifecycle step on a loaded row: permission, state, required fields, guard; then writes. */
  transition<R extends RegisterDefinition, State extends string, Name extends string>(
    lifecycle: Lifecycle<R, State, Name>,
    row: RowOf<R>,
    name: NoInfer<Name>,
    changes?: NewValues<R>,
  ): Promise<RowOf<R>>;
  /**
   * Sends SQL that changes something and whose answer nobody needs: sent at once and in order, not waited for. What fails
   * fails the command at its end, or at its next reading.
   */
  write(query: RawBuilder<unknown>): void;
  /** Adds a fact to the timeline; written at the end of the same transaction. */
  fact(fact: FactInput): void;
  /**
   * Carries out another command as a part of this one: same transaction and viewer, that command's own permission, checks
   * and facts. For what consists of commands that people have, such as a row of a sheet.
   */
  perform<Output = unknown>(name: string, input: object): Promise<Output>;
  /** Gives a unit or a person a part in a record: opens it to the scope `involved`, for ever. */
  involve(register: RegisterDefinition, id: string, part: { unitId?: string; personId?: string }): Promise<void>;
  /** Next number of a gapless yearly series for papers, e.g. `〔2026〕12号`; undone with the transaction, and one at a time. */
  nextNumber(series: string): Promise<string>;
  /** Tells every replica something after the commit, e.g. that somebody's rights changed. */
  tellReplicas(channel: string, payload: string): void;
  /** Runs after the commit, outside the transaction: waking a clock, handing a letter to the post. */
  afterCommit(run: () => void | Promise<void>): void;
}
