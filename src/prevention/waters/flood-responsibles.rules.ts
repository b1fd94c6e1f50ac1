import { phone } from '../../foundation/registers/types/phone.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

const name = (zh: string, en: string) => text({ label: { zh, en }, max: 40 });
const reached = (zh: string) => phone({ label: { zh: `${zh}电话`, en: 'Their phone' } });

/** 防汛三级责任人: street, community and the point itself, each by name and number. */
export const FLOOD_RESPONSIBLES = {
  streetLead: name('街道责任人', 'Street'),
  streetLeadPhone: reached('街道责任人'),
  communityLead: name('社区责任人', 'Community'),
  communityLeadPhone: reached('社区责任人'),
  pointLead: name('点位责任人', 'At the point'),
  pointLeadPhone: reached('点位责任人'),
};

export const RESPONSIBLES_SECTION = {
  title: { zh: '三级责任人', en: 'Three responsible persons' },
  fields: ['streetLead', 'streetLeadPhone', 'communityLead', 'communityLeadPhone', 'pointLead', 'pointLeadPhone'],
} as const;

export const WATER_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'area',
  street_officer: 'area',
  community_worker: 'area',
  grid_worker: 'area',
  wall: 'all',
} as const;

export const WATER_KEEPERS = { duty_officer: 'all', department_officer: 'unit', street_officer: 'area' } as const;
