import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';

export const LOG_KINDS = [
  { id: 'call', label: { zh: '来电来函', en: 'Call or letter' } },
  { id: 'instruction', label: { zh: '领导指示', en: "Leader's word" } },
  { id: 'handling', label: { zh: '处置情况', en: 'What was done' } },
  { id: 'round', label: { zh: '巡查检查', en: 'Round' } },
  { id: 'equipment', label: { zh: '设备状况', en: 'Equipment' } },
  { id: 'weather', label: { zh: '天气和预警', en: 'Weather and warnings' } },
  { id: 'other', label: { zh: '其他', en: 'Other' } },
] as const;

/** 值班日志: what a duty room noted, as it came. Its words may name people and are sealed. */
export const dutyLogEntry = defineRegister('duty_log_entry', {
  plural: 'dutyLogEntries',
  label: { zh: '值班日志', en: 'Duty log' },
  fields: {
    unitId: unit({ label: { zh: '单位', en: 'Unit' }, required: true }),
    notedAt: instant({ label: { zh: '时间', en: 'At' }, required: true }),
    entryKind: choice({ label: { zh: '类别', en: 'Kind' }, options: LOG_KINDS, required: true }),
    subject: text({ label: { zh: '事项', en: 'Matter' }, required: true, max: 100 }),
    words: personalText({ label: { zh: '内容', en: 'Words' }, max: 4000, class: 'narrative' }),
    /** What the next shift must still do about it; it stands on the hand-over sheet until it is done. */
    toFollow: text({ label: { zh: '待跟进', en: 'To be followed' }, max: 300 }),
    followedAt: instant({ label: { zh: '跟进完成', en: 'Followed up at' } }),
  },
  processing: {
    subjects: { zh: '值班中往来的人员', en: 'People a duty room has dealings with' },
    purpose: { zh: '值班记录和交接', en: 'Log and hand-over of duty' },
    basis: ['duty'],
    keeping: 'service',
    ended: endsWhenWithdrawn('duty_log_entry'),
  },
  title: 'subject',
  list: ['notedAt', 'unitId', 'entryKind', 'subject', 'words', 'toFollow', 'followedAt'],
  numbered: { prefix: '值' },
});

const WRITERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  department_officer: 'unit',
  street_chief: 'unit',
  street_officer: 'unit',
  community_worker: 'unit',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;

export const dutyLogEntries = defineFaces(dutyLogEntry, {
  read: { ...WRITERS, commander: 'all' },
  keep: WRITERS,
  sections: [
    { title: { zh: '记录', en: 'Entry' }, fields: ['unitId', 'notedAt', 'entryKind', 'subject', 'words'] },
    { title: { zh: '跟进', en: 'Follow-up' }, fields: ['toFollow', 'followedAt'] },
  ],
  filters: ['unitId', 'entryKind', 'notedAt'],
  search: ['subject'],
});
