import { type RawBuilder, sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { Transaction } from '../database/index.ts';
import { grantsOf, type Permission, SIGNED_IN, type Viewer } from '../identity/define.ts';
import { visibleRelation } from '../identity/scope.ts';
import { blindDigest } from '../personal-data/keys.ts';
import type { RegisterDefinition, RowOf } from '../registers/define.ts';
import type { ReadContext, ViewContext } from './context.ts';
import type { Platform } from './platform.ts';
import { columnsOf, openPersonal, rowsOf } from './rows.ts';

/** What views and commands have in common: reading through the viewer's scope and nothing else. */
export function readContext(
  platform: Platform,
  tx: Transaction,
  viewer: Viewer,
  permission: Permission,
  now: Date,
): ReadContext {
  const visible = (register: RegisterDefinition, other?: Permission): RawBuilder<unknown> =>
    visibleRelation(register, other ?? permission, viewer);
  return {
    viewer,
    now,
    installation: platform.installation.id,
    catalogue: platform.catalogue,
    visible,
    rows: (query) => rowsOf(tx, query),
    row: async (query) => (await rowsOf(tx, query))[0] as never,
    openPersonal: (register, rows) => openPersonal(tx, platform.keys, register, rows),
    blindWord({ kind, asked }, typed) {
      const word = asked(typed);
      return word === undefined ? undefined : blindDigest(platform.keys, kind, word);
    },
    heard: platform.heard,
    rules: (kind, at = now) => platform.rules(kind, at),
    holds: (other) => viewer.isSystem || other === SIGNED_IN || grantsOf(other, viewer.hats).length > 0,
    async maySee(name, id) {
      const register = platform.catalogue.registers.get(name);
      const readable = platform.catalogue.permissions.get(`${name}.read`) ?? SIGNED_IN;
      if (!register) return false;
      const found = await rowsOf(tx, sql`select 1 from ${visible(register, readable)} visible where id = ${id}`);
      return found.length > 0;
    },
    async record<R extends RegisterDefinition>(register: R, id: string, other?: Permission) {
      const [row] = await rowsOf<RowOf<R> & object>(
        tx,
        sql`select ${columnsOf(register)} from ${visible(register, other)} visible where id = ${id}`,
      );
      if (!row) throw problem('record.unknown', {}, 'id');
      await openPersonal(tx, platform.keys, register, [row]);
      return row as RowOf<R>;
    },
  };
}

/** Runs a view in a read-only transaction, so that a view cannot write even by mistake. */
export async function runView(
  platform: Platform,
  view: { may: Permission; run(ctx: ViewContext, input: never): Promise<unknown> },
  input: unknown,
  viewer: Viewer,
): Promise<unknown> {
  return platform.database.transact(
    (tx) => {
      const ctx: ViewContext = { kind: 'view', ...readContext(platform, tx, viewer, view.may, platform.clock.now()) };
      return view.run(ctx, input as never);
    },
    { readOnly: true },
  );
}
