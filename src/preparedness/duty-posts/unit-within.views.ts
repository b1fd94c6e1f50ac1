import { sql } from 'kysely';
import type { CommandContext } from '../../foundation/api/context.ts';
import { grantsOf, type Permission } from '../../foundation/identity/define.ts';
import { problem } from '../../kernel/problems.ts';

export interface NamedUnit {
  readonly id: string;
  readonly path: string;
  readonly areaCode: string;
  readonly shortName: string;
}

/** The unit, when the acting hat may do this for it. @throws `record.unknown` or `permission.missing` */
export async function unitWithin(ctx: CommandContext, permission: Permission, unitId: string): Promise<NamedUnit> {
  const unit = await ctx.row<NamedUnit>(
    sql`select id, path, area_code, short_name from unit where id = ${unitId} and (valid_to is null or valid_to > ${ctx.now}::timestamptz)`,
  );
  if (!unit) throw problem('record.unknown', {}, 'unitId');
  if (ctx.viewer.isSystem) return unit;
  const hats = ctx.viewer.acting ? [ctx.viewer.acting] : ctx.viewer.hats;
  const reaches = grantsOf(permission, hats).some(
    ({ scope, hat }) => scope === 'all' || (scope === 'unit' && unit.path.startsWith(hat.unit.path)),
  );
  if (reaches) return unit;
  throw problem('permission.missing', {
    permission: permission.label,
    who: { zh: '该单位或区应急指挥中心', en: 'that unit or the command centre' },
  });
}
