import type { BusinessRole } from './define.ts';

export const STEPS = ['revise', 'submit', 'withdraw', 'approve', 'reject', 'revoke'] as const;
export type Step = (typeof STEPS)[number];

interface Version {
  readonly state: string;
  readonly proposedBy: string | null;
  readonly inForceFrom: Date | null;
}

/** What somebody may do with a version now: what is offered; the commands judge again. */
export function stepsOf(
  version: Version,
  kind: { readonly ownerRole: BusinessRole; readonly approverRole: BusinessRole },
  viewer: { readonly personId: string; readonly roles: readonly string[] },
  now: Date,
): Step[] {
  const isProposer = version.proposedBy === viewer.personId && viewer.roles.includes(kind.ownerRole);
  const isApprover = viewer.roles.includes(kind.approverRole);
  const isSecond = isApprover && version.proposedBy !== viewer.personId;
  switch (version.state) {
    case 'draft':
      return isProposer ? ['revise', 'submit', 'withdraw'] : [];
    case 'submitted':
      return [...(isSecond ? (['approve', 'reject'] as const) : []), ...(isProposer ? (['withdraw'] as const) : [])];
    case 'approved':
      return isApprover && version.inForceFrom !== null && version.inForceFrom > now ? ['revoke'] : [];
    default:
      return [];
  }
}
