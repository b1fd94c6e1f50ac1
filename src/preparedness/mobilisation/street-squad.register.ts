import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { MOBILISATION_KEEPERS, MOBILISATION_READERS } from './mobilisation-rights.rules.ts';

/** 街道应急动员队: one for each street, under its secretary and its director. */
export const streetSquad = defineRegister('street_squad', {
  plural: 'streetSquads',
  label: { zh: '街道动员队', en: 'Street squad' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 100 }),
    streetId: unit({ label: { zh: '街道', en: 'Street' }, required: true }),
    secretary: text({ label: { zh: '指挥长（书记）', en: 'Commander (secretary)' }, required: true, max: 40 }),
    secretaryPhone: phone({ label: { zh: '书记电话', en: 'Their phone' } }),
    director: text({ label: { zh: '指挥长（主任）', en: 'Commander (director)' }, required: true, max: 40 }),
    directorPhone: phone({ label: { zh: '主任电话', en: 'Their phone' } }),
  },
  processing: contactsOf('street_squad'),
  title: 'name',
  list: ['name', 'streetId', 'secretary', 'secretaryPhone', 'director', 'directorPhone'],
});

export const streetSquads = defineFaces(streetSquad, {
  read: MOBILISATION_READERS,
  keep: MOBILISATION_KEEPERS,
  sections: [
    {
      title: { zh: '队伍', en: 'Squad' },
      fields: ['name', 'streetId', 'secretary', 'secretaryPhone', 'director', 'directorPhone'],
    },
  ],
  filters: ['streetId'],
  search: ['name', 'secretary', 'director'],
  keys: ['streetId'],
});
