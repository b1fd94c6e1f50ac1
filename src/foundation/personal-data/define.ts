import type { Phrase } from '../../kernel/phrases.ts';

/** Grounds on which data of persons are handled without asking them (个保法 第13条第一款), and the one with asking. */
export const BASES = {
  duty: {
    zh: '履行法定职责或者法定义务所必需（个保法 第13条第一款第三项）',
    en: 'needed for a duty the law gives (PIPL art. 13(1)3)',
  },
  emergency: {
    zh: '应对突发事件，保护生命健康和财产安全所必需（个保法 第13条第一款第四项；应对法 第83条）',
    en: 'needed to answer an emergency and protect life, health and property (PIPL art. 13(1)4)',
  },
  employment: {
    zh: '按照依法制定的制度实施人力资源管理所必需（个保法 第13条第一款第二项）',
    en: 'needed for the management of staff (PIPL art. 13(1)2)',
  },
  consent: { zh: '取得个人同意（个保法 第13条第一款第一项）', en: 'with consent (PIPL art. 13(1)1)' },
} as const satisfies Record<string, Phrase>;

export type Basis = keyof typeof BASES;

/** From when the time of keeping counts; the days of each are a rule set of the district. */
export const KEEPING = {
  incident: { zh: '突发事件办结后', en: 'after the incident was closed' },
  work: { zh: '工作办结后', en: 'after the work was finished' },
  service: { zh: '离任或注销后', en: 'after leaving the post or the register' },
  message: { zh: '发送后', en: 'after it was sent' },
  evidence: { zh: '按文件保存期限', en: 'by the retention of files' },
} as const satisfies Record<string, Phrase>;

export type Keeping = keyof typeof KEEPING;

/**
 * Why a register holds data of persons (个保法 第17条、第19条). Declared beside its fields; the platform does not start
 * with a personal field that has no purpose.
 */
export interface Processing {
  /** Whose data: the caller, an expert, people in a shelter. */
  readonly subjects: Phrase;
  readonly purpose: Phrase;
  readonly basis: readonly [Basis, ...Basis[]];
  readonly keeping: Keeping;
  /** SQL that answers `id, ended_at` of the records whose purpose is fulfilled. What it does not answer is still needed. */
  readonly ended?: string;
  /**
   * SQL that answers `id, cause_register, cause_id`: what the record serves, such as an incident. Its purpose is fulfilled when
   * that is over (`over` of that register), and it is destroyed together with all else that served it.
   */
  readonly serves?: string;
}

/** Most registers of things and people kept ready: the purpose ends when the record is withdrawn. */
export const endsWhenWithdrawn = (table: string): string =>
  `select id, changed_at as ended_at from "${table}" where state = 'withdrawn'`;

/** Contacts by which units, sites and teams are reached in an emergency: one declaration for all such registers. */
export const contactsOf = (table: string): Processing => ({
  subjects: { zh: '单位、场所、队伍的联系人', en: 'Contacts of units, sites and teams' },
  purpose: { zh: '应急联络和调度', en: 'To reach them in an emergency' },
  basis: ['duty'],
  keeping: 'service',
  ended: endsWhenWithdrawn(table),
});

interface Declared {
  readonly name: string;
  readonly fields: Readonly<Record<string, { readonly personal?: unknown }>>;
  readonly processing?: Processing;
}

/** What is missing for the register to hold data of persons, in sentences for the start-up log. */
export function faultsOfProcessing({ name, fields, processing }: Declared): string[] {
  const personal = Object.keys(fields).filter((field) => fields[field]?.personal);
  if (personal.length === 0) {
    return processing ? [`${name}: declares \`processing\`, but none of its fields is personal`] : [];
  }
  if (!processing) {
    const which = personal.join(', ');
    return [
      `${name}: ${which} hold data of persons without a purpose; declare \`processing\` (docs/mechanisms/personal-data.md)`,
    ];
  }
  if (processing.keeping !== 'evidence' && !processing.ended && !processing.serves) {
    return [`${name}: processing must say by \`ended\` or \`serves\` when the purpose is fulfilled`];
  }
  return [];
}
