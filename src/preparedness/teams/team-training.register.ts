import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { decimal, whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { KEEPERS, READERS } from './team-rights.rules.ts';

export const TRAINING_KINDS = [
  { id: 'own', label: { zh: '队内训练', en: 'Own training' } },
  { id: 'joint', label: { zh: '联合训练', en: 'Joint training' } },
  { id: 'assessment', label: { zh: '考核', en: 'Assessment' } },
] as const;

/** 训练记录, joint ones with those who took part. */
export const teamTraining = defineRegister('team_training', {
  plural: 'teamTrainings',
  label: { zh: '训练记录', en: 'Training' },
  fields: {
    teamId: reference({ label: { zh: '队伍', en: 'Team' }, to: 'team', required: true }),
    subject: text({ label: { zh: '科目', en: 'Subject' }, required: true, max: 200 }),
    trainingKind: choice({ label: { zh: '类别', en: 'Kind' }, options: TRAINING_KINDS, required: true }),
    heldOn: day({ label: { zh: '训练日期', en: 'Held on' }, required: true }),
    hours: decimal({ label: { zh: '时长', en: 'Hours' }, unit: { zh: '小时', en: 'h' }, max: 240 }),
    participants: whole({ label: { zh: '参训人数', en: 'Participants' }, required: true, max: 100_000 }),
    together: list({ label: { zh: '联训单位', en: 'Together with' } }),
    result: text({ label: { zh: '成绩与问题', en: 'Result and findings' }, max: 2000 }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  title: 'subject',
  list: ['subject', 'trainingKind', 'teamId', 'heldOn', 'participants', 'together'],
});

export const teamTrainings = defineFaces(teamTraining, {
  read: READERS,
  keep: KEEPERS,
  sections: [
    {
      title: { zh: '训练', en: 'Training' },
      fields: ['teamId', 'subject', 'trainingKind', 'heldOn', 'hours', 'participants', 'together'],
    },
    { title: { zh: '结果', en: 'Result' }, fields: ['result', 'photos'] },
  ],
  filters: ['teamId', 'trainingKind', 'heldOn'],
  search: ['subject', 'result'],
  check: ({ trainingKind, together }) =>
    trainingKind === 'joint' && (together as string[] | undefined)?.length === 0
      ? { field: 'together', reason: { zh: '联合训练请写明联训单位', en: 'a joint training: together with whom?' } }
      : undefined,
});
