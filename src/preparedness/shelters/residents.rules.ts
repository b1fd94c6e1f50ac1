import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, rows, whole, words } from '../../foundation/rule-sets/leaf.type.ts';

/** How many live in each street: the denominator of the shelter area per resident. */
export const STREET_RESIDENTS = defineRuleSet('street_residents', {
  label: { zh: '常住人口（按街道）', en: 'Residents by street' },
  about: {
    zh: '各街道常住人口，是人均应急避难场所面积的分母',
    en: 'Residents of each street, by which the shelter area per resident is reckoned',
  },
  citation: '区“十四五”应急管理规划：人均应急避难场所面积 = 避难场所总面积 / 常住人口',
  ownerRole: 'duty_leader',
  schema: group({
    streets: rows({
      label: { zh: '街道', en: 'Streets' },
      min: 1,
      max: 40,
      columns: {
        areaCode: words({ label: { zh: '区划代码', en: 'Code' }, max: 9, pattern: /^\d{9}$/ }),
        residents: whole({
          label: { zh: '常住人口', en: 'Residents' },
          unit: { zh: '人', en: 'people' },
          min: 0,
          max: 5_000_000,
        }),
      },
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '全区合计取第七次全国人口普查数（约 56.8 万）；各街道为示例分摊，待区统计局确认',
    values: {
      streets: [
        { areaCode: '110107001', residents: 63_000 },
        { areaCode: '110107002', residents: 44_000 },
        { areaCode: '110107003', residents: 105_000 },
        { areaCode: '110107004', residents: 66_000 },
        { areaCode: '110107005', residents: 102_000 },
        { areaCode: '110107006', residents: 68_000 },
        { areaCode: '110107009', residents: 18_000 },
        { areaCode: '110107010', residents: 40_000 },
        { areaCode: '110107011', residents: 62_000 },
      ],
    },
  },
});
