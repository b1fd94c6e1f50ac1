import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

const CAUSES = [
  { id: 'no_phone', label: { zh: '无智能手机、未入群', en: 'In no group' } },
  { id: 'hearing', label: { zh: '听力或视力障碍', en: 'Hard of hearing or sight' } },
  { id: 'alone', label: { zh: '独居、行动不便', en: 'Alone or frail' } },
  { id: 'out_of_range', label: { zh: '广播、屏幕覆盖不到', en: 'Out of range' } },
] as const;

/** 敲门责任: who goes to a door that no endpoint reaches. */
export const doorKnock = defineRegister('door_knock', {
  plural: 'doorKnocks',
  label: { zh: '敲门责任', en: 'Door to knock at' },
  purpose: { zh: '预警信息无法送达的户由专人上门', en: 'Somebody goes to each household that nothing reaches' },
  fields: {
    householdId: reference({ label: { zh: '户', en: 'Household' }, to: 'household', required: true }),
    cause: choice({ label: { zh: '原因', en: 'Cause' }, options: CAUSES, required: true }),
    knocker: text({ label: { zh: '敲门人', en: 'Who knocks' }, required: true, max: 40 }),
    knockerPhone: phone({ label: { zh: '敲门人电话', en: 'Their phone' }, required: true }),
    knockerId: person({ label: { zh: '平台人员', en: 'Person here' } }),
  },
  processing: contactsOf('door_knock'),
  title: 'knocker',
  list: ['knocker', 'householdId', 'cause', 'knockerPhone'],
});

const KEEPERS = { duty_officer: 'all', street_officer: 'area', community_worker: 'area' } as const;

export const doorKnocks = defineFaces(doorKnock, {
  read: { ...KEEPERS, duty_leader: 'all', commander: 'all', street_chief: 'area', grid_worker: 'area' },
  keep: KEEPERS,
  sections: [
    {
      title: { zh: '敲门责任', en: 'Door to knock at' },
      fields: ['householdId', 'cause', 'knocker', 'knockerPhone', 'knockerId'],
    },
  ],
  filters: ['householdId', 'cause', 'knockerId'],
  search: ['knocker'],
  keys: ['householdId'],
});
