import { problem } from '../../kernel/problems.ts';
import type { CommandContext } from '../api/context.ts';
import { type ImportTarget, importTarget } from './import-target.ts';

/** What the viewer may import into. @throws `record.unknown`, `permission.missing` */
export function keptTarget(ctx: Pick<CommandContext, 'catalogue' | 'holds'>, name: string): ImportTarget {
  const target = importTarget(ctx.catalogue, name);
  if (!target) throw problem('record.unknown', {}, 'register');
  if (!ctx.holds(target.keep)) {
    const who = { zh: '安全管理员', en: 'the security administrator' };
    throw problem('permission.missing', { permission: target.keep.label, who });
  }
  return target;
}
