import type { Phrase } from '../../kernel/phrases.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { group, whole } from '../rule-sets/leaf.type.ts';

/** Assumed: no text says how soon a register is put right; 政务数据共享条例 asks for «without delay» and gives no figure. */
export const CORRECTION_LIMITS = defineRuleSet('correction_limits', {
  label: { zh: '更正时限', en: 'Limit of corrections' },
  about: {
    zh: '收到更正意见后，归属单位须在多少个工作日内核实更正并办结',
    en: 'Within how many working days the owner unit checks, corrects and finishes what was asked',
  },
  citation: '政务数据共享条例（数据校核更正）',
  ownerRole: 'duty_leader',
  schema: group({
    workingDays: whole({
      label: { zh: '办结时限', en: 'To be finished within' },
      unit: { zh: '个工作日', en: 'working days' },
      min: 1,
      max: 60,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '更正时限（暂定 5 个工作日，待区应急局确认）',
    values: { workingDays: 5 },
  },
});

/** The content of an order is not sealed: a number of the kind on identity cards (GB 11643) has no place in it. */
export const holdsIdentityNumber = (text: string): boolean =>
  /(?<!\d)\d{17}[\dXx](?!\d)/.test(text.replaceAll(/[\s-]/g, ''));

/** Title and content of the order: what is wrong, what it should be, how it is known. Of a personal field no value. */
export function orderOf({
  register,
  record,
  field,
  should,
  why,
}: {
  register: Phrase;
  /** How the record is called; undefined where its title is personal and it has no number. */
  record: string | undefined;
  field: Phrase | undefined;
  should: string | undefined;
  why: string;
}): { title: string; content: string } {
  const named = record ? `${register.zh}「${record}」` : register.zh;
  const what = field ? `的「${field.zh}」` : '';
  return {
    title: `请更正：${named}${what}`.slice(0, 200),
    content: [
      `${named}${what}有误，请核实后在台账中更正并办结本指令。`,
      ...(should ? [`应为：${should}`] : []),
      `依据：${why}`,
    ].join('\n'),
  };
}
