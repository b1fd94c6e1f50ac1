import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { MOBILISATION_KEEPERS, MOBILISATION_READERS } from './mobilisation-rights.rules.ts';

export const BRANCH_KINDS = [
  { id: 'guiding', label: { zh: '道路引领', en: 'Guiding' } },
  { id: 'logistics', label: { zh: '后勤保障', en: 'Logistics' } },
  { id: 'order', label: { zh: '秩序维护', en: 'Keeping order' } },
  { id: 'comfort', label: { zh: '安抚群众', en: 'Calming people' } },
  { id: 'mediation', label: { zh: '化解矛盾', en: 'Settling disputes' } },
] as const;

/** 分队: one of the five of a squad, with its leader. */
export const squadBranch = defineRegister('squad_branch', {
  plural: 'squadBranches',
  label: { zh: '动员分队', en: 'Squad branch' },
  fields: {
    squadId: reference({ label: { zh: '动员队', en: 'Squad' }, to: 'street_squad', required: true }),
    branchKind: choice({ label: { zh: '任务', en: 'Task' }, options: BRANCH_KINDS, required: true }),
    leader: text({ label: { zh: '分队长', en: 'Leader' }, required: true, max: 40 }),
    leaderPhone: phone({ label: { zh: '分队长电话', en: 'Their phone' } }),
    strength: whole({ label: { zh: '人数', en: 'Strength' }, unit: { zh: '人', en: 'persons' }, max: 10_000 }),
  },
  processing: contactsOf('squad_branch'),
  title: 'leader',
  list: ['leader', 'branchKind', 'squadId', 'strength', 'leaderPhone'],
});

export const squadBranches = defineFaces(squadBranch, {
  read: MOBILISATION_READERS,
  keep: MOBILISATION_KEEPERS,
  sections: [
    {
      title: { zh: '分队', en: 'Branch' },
      fields: ['squadId', 'branchKind', 'leader', 'leaderPhone', 'strength'],
    },
  ],
  filters: ['squadId', 'branchKind'],
  search: ['leader'],
  together: [['squadId', 'branchKind']],
});
