import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choices } from '../../foundation/registers/types/choice.type.ts';
import { identityNumber } from '../../foundation/registers/types/identity-number.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText, text } from '../../foundation/registers/types/text.type.ts';
import { PEOPLE } from './shelter-standards.rules.ts';

/** 应对法 第11条: who is looked after first. */
export const NEEDS = [
  { id: 'infant', label: { zh: '婴幼儿', en: 'Infant' } },
  { id: 'elderly', label: { zh: '老人', en: 'Elderly' } },
  { id: 'patient', label: { zh: '伤病员', en: 'Patient' } },
  { id: 'pregnant', label: { zh: '孕产妇', en: 'Pregnant or nursing' } },
  { id: 'disabled', label: { zh: '残障', en: 'Disabled' } },
] as const;

/**
 * 入住登记: a household in a shelter. Whatever names it is sealed under the record's own key and goes with it when the
 * emergency is over (应对法 第85条); a number of its own names it in lists.
 */
export const shelterStay = defineRegister('shelter_stay', {
  plural: 'shelterStays',
  label: { zh: '入住登记', en: 'Stay' },
  fields: {
    shelterId: reference({ label: { zh: '避难场所', en: 'Shelter' }, to: 'shelter', required: true }),
    zoneId: reference({ label: { zh: '分区', en: 'Zone' }, to: 'shelter_zone' }),
    bed: text({ label: { zh: '床位（帐篷）', en: 'Bed or tent' }, required: true, max: 40 }),
    household: personalText({ label: { zh: '户主姓名', en: 'Head of the household' }, class: 'narrative', max: 60 }),
    people: whole({ label: { zh: '人数', en: 'People' }, required: true, min: 1, max: 50, ...PEOPLE }),
    needs: choices({ label: { zh: '需照顾', en: 'To be looked after' }, options: NEEDS }),
    phone: phone({ label: { zh: '联系电话', en: 'Phone' } }),
    identityNumber: identityNumber({ label: { zh: '户主身份证号', en: 'Identity number' } }),
    homeAddress: text({ label: { zh: '原住址', en: 'Lives at' }, max: 200 }),
    overCapacityReason: text({ label: { zh: '超员接收原因', en: 'Why taken beyond capacity' }, max: 200 }),
    wentTo: text({ label: { zh: '离开去向', en: 'Went to' }, max: 200 }),
  },
  processing: {
    subjects: { zh: '避难场所内的群众', en: 'People in shelters' },
    purpose: {
      zh: '安置、清点、照顾特殊人员、联系家人',
      en: 'To house, count and look after them, and to reach their families',
    },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    // A stay serves its emergency; it is over for the household when it has left.
    ended: `select id, changed_at as ended_at from shelter_stay where state in ('left', 'withdrawn', 'merged')`,
  },
  title: 'bed',
  list: ['bed', 'household', 'people', 'needs', 'shelterId', 'phone'],
  numbered: { prefix: '住' },
});

const DESK = { duty_officer: 'all', street_chief: 'area', street_officer: 'area', community_worker: 'area' } as const;

export const shelterStays = defineFaces(shelterStay, {
  read: { ...DESK, duty_leader: 'all', commander: 'all' },
  keep: DESK,
  sections: [
    {
      title: { zh: '入住', en: 'Stay' },
      fields: ['shelterId', 'zoneId', 'bed', 'people', 'needs', 'overCapacityReason'],
    },
    {
      title: { zh: '登记人', en: 'Who' },
      fields: ['household', 'phone', 'identityNumber', 'homeAddress', 'wentTo'],
    },
  ],
  filters: ['shelterId', 'needs'],
  search: ['bed', 'homeAddress'],
  states: { active: { zh: '在住', en: 'There' }, left: { zh: '已离开', en: 'Left' } },
  steps: {
    checkOut: {
      label: { zh: '办理离开', en: 'Check out' },
      from: ['active'],
      to: 'left',
      fact: 'checked_out',
      asks: ['wentTo'],
      requires: ['wentTo'],
    },
  },
});
