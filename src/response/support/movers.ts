import type { ReadContext } from '../../foundation/api/context.ts';
import { grantsOf } from '../../foundation/identity/define.ts';
import { moveSupport } from './support.permissions.ts';

interface Moved {
  readonly supportKind: string;
  readonly ownerUnitPath: string;
  readonly areaCode: string;
}

/**
 * May the viewer report where it is? The room, the unit that it belongs to, and the street it is stationed in; goods also whoever
 * asked for them and counts them at the scene.
 */
export function mayMove(ctx: ReadContext, row: Moved): boolean {
  if (ctx.viewer.isSystem) return true;
  return grantsOf(moveSupport, ctx.viewer.hats).some(({ scope, hat }) => {
    if (scope === 'all') return true;
    if (scope === 'unit') return row.ownerUnitPath.startsWith(hat.unit.path);
    if (scope === 'area') return row.areaCode.startsWith(hat.unit.areaCode);
    return row.supportKind === 'goods';
  });
}
