import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, whole } from '../../foundation/rule-sets/leaf.type.ts';

/** 预案管理: what the Measures leave in figures; the city's own Measures may say otherwise and then have another version here. */
export const PLAN_MANAGEMENT = defineRuleSet('plan_management', {
  label: { zh: '预案管理期限', en: 'Limits of keeping plans' },
  about: {
    zh: '印发后多少个工作日内备案，每隔几年评估一次',
    en: 'Within how many working days a plan is filed, and after how many years it is evaluated',
  },
  citation:
    '突发事件应急预案管理办法（国办发〔2024〕5号）第26条、第34条；北京市突发事件应急预案管理办法（京政办发〔2024〕19号）',
  ownerRole: 'duty_leader',
  schema: group({
    filingWorkingDays: whole({
      label: { zh: '备案期限', en: 'To be filed within' },
      unit: { zh: '个工作日', en: 'working days' },
      min: 1,
      max: 60,
    }),
    evaluationYears: whole({
      label: { zh: '评估周期', en: 'Evaluated every' },
      unit: { zh: '年', en: 'years' },
      min: 1,
      max: 10,
    }),
  }),
  initial: {
    effectiveFrom: '2024-01-31T00:00:00+08:00',
    isAssumed: false,
    citation:
      '突发事件应急预案管理办法（国办发〔2024〕5号）第26条（印发后 20 个工作日内备案）、第34条（原则上每 3 年评估一次）',
    values: { filingWorkingDays: 20, evaluationYears: 3 },
  },
});

/** 第26条: whom a plan is filed with, by its type; a street's goes to the district, the district's own to the city. */
export const FILED_WITH: Readonly<Record<string, string>> = {
  overall: '市人民政府（径送市应急管理局）',
  special: '市相应牵头部门（抄送市应急管理局）',
  department: '区人民政府（径送区应急管理局）',
  street: '区人民政府（径送区应急管理局）',
};

/** The same day, so many years later; of 29 February the 1 March of a year without one. */
export function yearsLater(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
