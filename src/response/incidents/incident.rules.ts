import { INCIDENT_GRADES, type IncidentGrade } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, oneOf } from '../../foundation/rule-sets/leaf.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';

export const COMMAND_AUTHORITIES = [
  { id: 'district_committee', label: { zh: '区应急委', en: 'District committee' } },
  { id: 'city_headquarters', label: { zh: '市专项应急指挥部', en: "City's special headquarters" } },
  { id: 'city_committee', label: { zh: '市应急委', en: 'City committee' } },
] as const;

export type CommandAuthority = (typeof COMMAND_AUTHORITIES)[number]['id'];

const by = (label: Phrase) => oneOf({ label, options: COMMAND_AUTHORITIES });
const of = (grade: IncidentGrade) => by(labelOf(INCIDENT_GRADES, grade));

/** Named by the text for 石景山; another district, or a text that is revised, has other rows. */
export const COMMAND_AUTHORITY = defineRuleSet('command_authority', {
  label: { zh: '指挥权限', en: 'Who commands' },
  about: {
    zh: '各等级突发事件由谁指挥；未定级时由区里先期处置',
    en: 'Who commands at each grade; ungraded, the district answers first',
  },
  citation: '北京市实施《突发事件应对法》办法 第46条',
  ownerRole: 'duty_leader',
  schema: group({
    ungraded: by({ zh: '未定级', en: 'Not graded' }),
    general: of('general'),
    large: of('large'),
    major: of('major'),
    extraordinary: of('extraordinary'),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: false,
    citation: '北京市实施《突发事件应对法》办法 第46条：石景山区较大突发事件由市专项应急指挥部指挥',
    values: {
      ungraded: 'district_committee',
      general: 'district_committee',
      large: 'city_headquarters',
      major: 'city_committee',
      extraordinary: 'city_committee',
    },
  },
});

export type CommandRules = (typeof COMMAND_AUTHORITY)['initial']['values'];

/** Before a grade is given the district answers, as it does for first response. */
export function commandAuthorityFor(grade: IncidentGrade | null, rule: CommandRules): CommandAuthority {
  return grade === null ? rule.ungraded : rule[grade];
}

/**
 * Why they command, in a sentence: grade and body by the rule, or that it was handed over against it; and what is the district's all
 * the same.
 */
export function commandReason(grade: IncidentGrade | null, authority: CommandAuthority, rule: CommandRules): Phrase {
  const body = labelOf(COMMAND_AUTHORITIES, authority);
  if (commandAuthorityFor(grade, rule) !== authority) {
    return authority === 'district_committee'
      ? { zh: `指挥权已移回${body.zh}`, en: `Command was handed back to ${body.en}` }
      : {
          zh: `指挥权已移交${body.zh}；区里先期处置，响应随上级级别`,
          en: `Command was handed over to ${body.en}; the district responds first and follows the superior's level`,
        };
  }
  if (grade === null) {
    return {
      zh: `尚未定级，由${body.zh}组织先期处置`,
      en: `Not graded yet: ${body.en} organises the first response`,
    };
  }
  const { zh, en } = labelOf(INCIDENT_GRADES, grade);
  return authority === 'district_committee'
    ? { zh: `${zh}突发事件由${body.zh}统一指挥`, en: `${en}: ${body.en} commands` }
    : {
        zh: `${zh}突发事件由${body.zh}指挥；区里先期处置，响应随上级级别`,
        en: `${en}: ${body.en} commands; the district responds first and follows the superior's level`,
      };
}

/**
 * Must the city hear at once? 北京办法 第38条: 较大 and above always; below that when the matter is important, in a key
 * area or at a special time.
 */
export function mustReportAtOnce(grade: IncidentGrade | null, isSpecial: boolean): boolean {
  return grade === 'large' || grade === 'major' || grade === 'extraordinary' || isSpecial;
}

/** Casualty figures of two moments: deaths fall only through a verified report, which comes with its own command. */
export function casualtyFault(before: { deaths: number | null }, after: { deaths: number | null }): Phrase | undefined {
  if (before.deaths !== null && (after.deaths ?? 0) < before.deaths) {
    return { zh: '死亡人数不得减少，核减须经核报', en: 'the number of dead may fall only through a verified report' };
  }
  return undefined;
}
