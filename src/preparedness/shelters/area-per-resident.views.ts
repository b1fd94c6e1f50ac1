import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { STREET_RESIDENTS } from './residents.rules.ts';
import { shelter } from './shelter.register.ts';

/**
 * 人均应急避难场所面积: each shelter gives its area, each street its residents, so that the figure adds up for a street and
 * for the district, and a street without a shelter is seen.
 */
export const areaPerResident = defineIndicator('shelter_area_per_resident', {
  label: { zh: '人均应急避难场所面积', en: 'Shelter area per resident' },
  register: shelter,
  measure: 'level',
  unit: { zh: '㎡/人', en: 'm² each' },
  factor: 1,
  rules: {
    reading: '在册避难场所（含开放中的）总面积之和，除以所在街道常住人口。',
    denominator: '常住人口，见规则《常住人口（按街道）》。',
    target: 1.5,
    baseYear: 2020,
    baseValue: 0.95,
    citation: '区“十四五”应急管理规划：人均应急避难场所面积 1.5 ㎡',
    isAssumed: true,
  },
  counted: ({ records, rules }) => sql`
    select s.id as record_id, null::timestamptz as at, s.total_area::numeric as part, 0::numeric as whole,
      s.owner_unit_path, s.area_code, 'shelter' as link_register, s.id as link_id
    from ${records} s where s.state not in ('withdrawn', 'merged')
    union all
    select a.id, null, 0, g.residents, coalesce(
        (select u.path from unit u where u.kind = 'street_office' and u.area_code = a.code order by u.path limit 1),
        (select u.path from unit u where u.parent_id is null order by u.path limit 1), ''), a.code, 'area', a.id
    from jsonb_to_recordset(${JSON.stringify(rules(STREET_RESIDENTS).streets)}::jsonb)
      as g("areaCode" text, residents integer) join area a on a.code = g."areaCode"`,
});
