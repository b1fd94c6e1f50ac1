import { defineTemplate } from '../../foundation/messaging/define.ts';

/** Rules by which plans work: a version of another text is a change of the law they follow. */
export const RULES_OF_PLANS: readonly string[] = ['response_levels', 'command_authority', 'plan_management'];

/** Registers whose changes are changes of a risk, and the kinds of incident whose plans they concern. */
export const RISK_FACTS: Readonly<Record<string, readonly string[]>> = {
  'reservoir.restricted': ['reservoir_danger', 'waterlogging'],
  'reservoir.registered': ['reservoir_danger'],
  'flood_prone_point.registered': ['waterlogging'],
  'flood_prone_point.withdrawn': ['waterlogging'],
  'sunken_overpass.registered': ['waterlogging'],
};

/** Resources that leave the books. */
export const RESOURCE_FACTS = [
  'team.withdrawn',
  'team.merged',
  'vehicle.withdrawn',
  'shelter.withdrawn',
  'warehouse.withdrawn',
  'supply.withdrawn',
] as const;

export const REVISION_ASKED = defineTemplate('plan_revision.asked', {
  label: { zh: '预案修订请求', en: 'A plan should be revised' },
  heading: { zh: '预案修订请求 {number}：{plan}', en: 'Request {number} to revise {plan}' },
});
export const REVISION_MESSAGES = [REVISION_ASKED];
