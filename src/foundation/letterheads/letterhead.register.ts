import { defineFaces, defineRegister } from '../registers/define.ts';
import { day } from '../registers/types/day.type.ts';
import { photos } from '../registers/types/files.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/**
 * 发文身份: the name, number series and seal under which a hat (应急办、安办、防汛办 …) signs papers. The same few people wear
 * several; each has its own numbers without gaps and its own seal.
 */
export const letterhead = defineRegister('letterhead', {
  plural: 'letterheads',
  label: { zh: '发文身份', en: 'Letterhead' },
  fields: {
    unitId: reference({ label: { zh: '机构（身份）', en: 'Unit (hat)' }, to: 'unit', required: true }),
    officialName: text({ label: { zh: '发文机关名称', en: 'Official name' }, required: true, max: 100 }),
    /** As it stands before 〔2026〕: `石应急办发`. */
    series: text({ label: { zh: '发文代字', en: 'Number series' }, required: true, max: 20 }),
    seal: photos({ label: { zh: '印章图样', en: 'Seal' }, max: 1 }),
    inUseFrom: day({ label: { zh: '启用日期', en: 'In use from' }, required: true }),
    note: text({ label: { zh: '说明', en: 'Note' }, max: 200 }),
  },
  title: 'officialName',
  list: ['unitId', 'officialName', 'series', 'inUseFrom'],
});

export const letterheadFaces = defineFaces(letterhead, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    system_administrator: 'all',
  },
  keep: { duty_leader: 'all', system_administrator: 'all' },
  sections: [
    { title: { zh: '发文身份', en: 'Letterhead' }, fields: ['unitId', 'officialName', 'series', 'inUseFrom', 'note'] },
    { title: { zh: '印章', en: 'Seal' }, fields: ['seal'] },
  ],
  search: ['officialName', 'series'],
  keys: ['series'],
});
