import type { ResponseLevel } from '../../foundation/incident-kinds/define.ts';
import type { ActionDraft, LevelDraft, PlanDraft } from './plan-draft.rules.ts';

/** As much of a clause of an imported text as a plan can be begun from. */
export interface SourceClause {
  readonly id: string;
  readonly depth: number;
  readonly number: string;
  readonly heading: string;
  readonly body: string;
}

const LEVELS: readonly [ResponseLevel, RegExp][] = [
  ['I', /(?<![ⅠⅡⅢIV一-龥])(?:Ⅰ|I|一)级(?:应急)?响应|(?:^|[^ⅠIV])(?:Ⅰ|I)级/],
  ['II', /(?:Ⅱ|II|二)级(?:应急)?响应|(?:^|[^ⅠIV])(?:Ⅱ|II)级/],
  ['III', /(?:Ⅲ|III|三)级(?:应急)?响应|(?:^|[^ⅠIV])(?:Ⅲ|III)级/],
  ['IV', /(?:Ⅳ|IV|四)级(?:应急)?响应|(?:^|[^ⅠIV])(?:Ⅳ|IV)级/],
];

/**
 * What of a text a plan can be begun with: its name, the levels that have a clause of their own with what starts them, and the
 * conditions for ending. Everything is a proposal in the editor; nothing is taken over unseen.
 */
export function beginFrom(
  title: string,
  clauses: readonly SourceClause[],
): Pick<PlanDraft, 'name' | 'levels' | 'endConditions'> {
  const levels = LEVELS.flatMap(([level, pattern]): LevelDraft[] => {
    const at = clauses.findIndex(({ heading }) => pattern.test(heading) && heading.length <= 30);
    if (at < 0) return [];
    const own = beneath(clauses, at);
    const start = own.find(({ heading }) => /启动条件|启动标准|响应条件/.test(heading)) ?? own[0];
    const acts = own.find(({ heading }) => /响应行动|响应措施|处置措施|应急响应/.test(heading));
    const words = (clause: SourceClause | undefined) => (clause ? wordsOf(clauses, clause) : '');
    return [
      {
        level,
        conditions: words(start).slice(0, 2000),
        expectedHours: null,
        measures: (acts && acts !== start ? words(acts) : '').slice(0, 4000),
      },
    ];
  });
  const ending = clauses.find(({ heading }) => /响应(?:终止|结束)|应急结束|终止条件/.test(heading));
  const endConditions = ending
    ? wordsOf(clauses, ending)
        .split(/[\n；;]/)
        .map((one) => one.replace(/^[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]\s*/, '').trim())
        .filter((one) => one.length >= 4)
        .map((one) => one.slice(0, 200))
        .slice(0, 20)
    : [];
  return { name: title.slice(0, 200), levels, endConditions };
}

/** The clause itself and all that lies beneath it. */
function beneath(clauses: readonly SourceClause[], at: number): readonly SourceClause[] {
  const depth = clauses[at]?.depth ?? 0;
  const end = clauses.findIndex((one, index) => index > at && one.depth <= depth);
  return clauses.slice(at, end < 0 ? clauses.length : end);
}

function wordsOf(clauses: readonly SourceClause[], clause: SourceClause): string {
  return beneath(clauses, clauses.indexOf(clause))
    .flatMap((one) => [one === clause ? '' : `${one.number}${one.heading}`, one.body])
    .filter(Boolean)
    .join('\n');
}

/** An action begun from a clause: its number where it can be one, its heading or first words, its text. */
export function actionFrom(blank: ActionDraft, clauses: readonly SourceClause[], clause: SourceClause): ActionDraft {
  const text = wordsOf(clauses, clause);
  const number = /^\d+(\.\d+)*$/.test(clause.number) ? clause.number : '';
  const title = clause.heading || text.split(/[，。；,;]/)[0] || '';
  return { ...blank, clause: number, title: title.slice(0, 100), content: (text || clause.heading).slice(0, 2000) };
}
