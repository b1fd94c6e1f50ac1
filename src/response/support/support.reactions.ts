import { reaction } from '../../foundation/timeline/define.ts';
import { type Follows, follow, OF_CALL, OF_SHELTER, OF_TEAM, OF_TRANSFER, OF_VEHICLE } from './follow.commands.ts';
import { tellLate } from './support-requests.commands.ts';

const followed = (name: string, register: string, facts: readonly [string, ...string[]], follows: Follows) =>
  reaction(`support.on_${name}_moved`, facts, (ctx, fact) => follow(ctx, register, fact.subjectId, follows));

export const onTeam = followed(
  'team',
  'team',
  ['team.departed', 'team.arrived', 'team.left', 'team.stood_by'],
  OF_TEAM,
);
export const onVehicle = followed('vehicle', 'vehicle', ['vehicle.came_back', 'vehicle.sent_to_repair'], OF_VEHICLE);
export const onTransfer = followed('transfer', 'transfer', ['transfer.received'], OF_TRANSFER);
export const onShelter = followed(
  'shelter',
  'shelter',
  ['shelter.opened', 'shelter.closing_begun', 'shelter.rested'],
  OF_SHELTER,
);
export const onCall = followed('call', 'expert_call', ['expert_call.answered', 'expert_call.withdrawn'], OF_CALL);

export const onFellDue = reaction('support.on_clock_fell_due', ['clock.fell_due'], async (ctx, fact) => {
  const { subject, name } = fact.payload as { subject?: { register?: string; id?: string }; name?: string };
  if (subject?.register === 'support_request' && subject.id && name === 'arrive') await tellLate(ctx, subject.id);
});
