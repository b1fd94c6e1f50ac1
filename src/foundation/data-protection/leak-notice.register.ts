import { defineFaces, defineRegister } from '../registers/define.ts';
import { choices } from '../registers/types/choice.type.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean, whole } from '../registers/types/number.type.ts';
import { text } from '../registers/types/text.type.ts';

export const LEAK_KINDS = [
  { id: 'leak', label: { zh: '泄露', en: 'Leaked' } },
  { id: 'tampering', label: { zh: '篡改', en: 'Changed' } },
  { id: 'loss', label: { zh: '丢失', en: 'Lost' } },
] as const;

/**
 * 个人信息泄露通知: what happened or may have happened, whom it harms, what was done, whom we told (个保法 第57条). Kinds of
 * data, never the data.
 */
export const leakNotice = defineRegister('leak_notice', {
  plural: 'leakNotices',
  label: { zh: '个人信息泄露', en: 'Leak of personal data' },
  fields: {
    kinds: choices({ label: { zh: '情形', en: 'What happened' }, options: LEAK_KINDS, required: true }),
    discoveredAt: instant({ label: { zh: '发现时间', en: 'Discovered at' }, required: true }),
    dataKinds: text({ label: { zh: '信息种类', en: 'Kinds of data' }, required: true, max: 500 }),
    people: whole({ label: { zh: '涉及人数', en: 'People concerned' } }),
    cause: text({ label: { zh: '原因', en: 'Cause' }, required: true, max: 2000 }),
    possibleHarm: text({ label: { zh: '可能造成的危害', en: 'Possible harm' }, required: true, max: 2000 }),
    measures: text({ label: { zh: '已采取的补救措施', en: 'Measures taken' }, required: true, max: 2000 }),
    advice: text({ label: { zh: '个人可采取的减轻措施', en: 'What people can do themselves' }, max: 2000 }),
    contactUnit: text({ label: { zh: '联系方式（本单位）', en: 'Whom to ask here' }, required: true, max: 200 }),
    reportedTo: text({ label: { zh: '报告的主管部门', en: 'Authority told' }, max: 200 }),
    reportedAt: instant({ label: { zh: '报告时间', en: 'Authority told at' } }),
    peopleToldAt: instant({ label: { zh: '通知个人时间', en: 'People told at' } }),
    isHarmAverted: boolean({
      label: { zh: '措施能有效避免危害，不通知个人', en: 'Harm averted; people are not told' },
    }),
    notToldReason: text({ label: { zh: '不通知个人的理由', en: 'Why people are not told' }, max: 1000 }),
  },
  title: 'dataKinds',
  list: ['dataKinds', 'kinds', 'discoveredAt', 'people', 'reportedAt', 'peopleToldAt'],
  numbered: { prefix: '泄' },
});

export const leakNotices = defineFaces(leakNotice, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    security_administrator: 'all',
    audit_administrator: 'all',
  },
  keep: { duty_leader: 'all', duty_officer: 'all', security_administrator: 'all' },
  sections: [
    { title: { zh: '情况', en: 'What happened' }, fields: ['kinds', 'discoveredAt', 'dataKinds', 'people', 'cause'] },
    {
      title: { zh: '危害和补救', en: 'Harm and remedy' },
      fields: ['possibleHarm', 'measures', 'advice', 'contactUnit'],
    },
    {
      title: { zh: '报告和通知', en: 'Telling' },
      fields: ['reportedTo', 'reportedAt', 'peopleToldAt', 'isHarmAverted', 'notToldReason'],
    },
  ],
  filters: ['kinds', 'discoveredAt'],
  search: ['dataKinds', 'cause'],
  states: { active: { zh: '处置中', en: 'Open' }, closed: { zh: '已办结', en: 'Closed' } },
  steps: {
    close: {
      label: { zh: '办结', en: 'Close' },
      from: ['active'],
      to: 'closed',
      fact: 'closed',
      requires: ['reportedTo', 'reportedAt'],
      guard: (row: { peopleToldAt: Date | null; isHarmAverted: boolean | null; notToldReason: string | null }) =>
        row.peopleToldAt || (row.isHarmAverted && row.notToldReason)
          ? undefined
          : {
              zh: '须通知个人，或写明能有效避免危害而不通知的理由（第57条）',
              en: 'People must be told, or it must be said why the harm was averted (art. 57)',
            },
      cites: '个人信息保护法 第57条',
    },
  },
});
