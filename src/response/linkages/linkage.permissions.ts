import { definePermission } from '../../foundation/identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;
const STREET = { street_chief: 'unit', street_officer: 'unit' } as const;

/** The room sees all; a street what it started. */
export const readLinkage = definePermission('linkage.read', {
  label: { zh: '查看一键通', en: 'See linkages' },
  granted: { ...ROOM, ...STREET },
});

/** Written with its linkage and read with it. */
export const readParty = definePermission('linkage_party.read', {
  label: { zh: '查看联动对象', en: 'See the addressees of a linkage' },
  granted: { ...ROOM, ...STREET },
});

export const startLinkage = definePermission('linkage.start', {
  label: { zh: '发起一键通', en: 'Start a linkage' },
  granted: { ...ROOM, ...STREET },
});

/** 双人复核 of a very large send; whoever started it cannot. */
export const reviewLinkage = definePermission('linkage.review', {
  label: { zh: '复核一键通', en: 'Review a large linkage' },
  granted: { ...ROOM, street_chief: 'unit' },
});

/** Only the server notes that everybody has been settled. */
export const settleLinkage = definePermission('linkage.settle', {
  label: { zh: '登记一键通落实', en: 'Note that a linkage is settled' },
  granted: {},
});
