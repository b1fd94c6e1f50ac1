import type { z } from 'zod';
import { definePaper, type PaperBlock } from '../../foundation/documents/define.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { EVIDENCE } from '../../foundation/orders/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { showCounts } from '../../foundation/registers/types/counts.type.ts';
import { PLAN_TYPES } from './plan.register.ts';
import { dueText } from './plan.rules.ts';
import { NUMERALS, roleLabel, unitWords } from './plan-words.rules.ts';
import type { record } from './plans.views.ts';

type Plan = z.output<typeof record.output>;

const heading = (text: string, level: 1 | 2 = 1): PaperBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

/** 预案文本: the plan as people read it, drawn from the same rows that become orders, so the two cannot differ. */
export const planPaper = definePaper<Plan>({
  name: 'plan',
  label: { zh: '预案文本', en: 'Text of a plan' },
  compose: (plan) => ({
    mark: 'real',
    redHeader: plan.unitName,
    number: `第 ${plan.edition} 版`,
    title: plan.name,
    body: [...general(plan), ...commandOf(plan), ...levelsOf(plan), ...actionsOf(plan), ...ending(plan)],
    signedBy: plan.unitName,
    signedAt: plan.issuedAt,
    sentTo: [],
    copiedTo: [],
    printedAt: plan.issuedAt,
  }),
});

function general({ name, type, incidentKind }: Plan): PaperBlock[] {
  return [
    heading('总则'),
    paragraph(
      `《${name}》为${labelOf(PLAN_TYPES, type).zh}，适用于本区发生的「${labelOf(INCIDENT_KINDS, incidentKind).zh}」的应急处置。依据《中华人民共和国突发事件应对法》《突发事件应急预案管理办法》编制。`,
    ),
  ];
}

function commandOf({ seats, groups }: Plan): PaperBlock[] {
  if (seats.length + groups.length === 0) return [];
  return [
    heading('组织指挥'),
    ...(seats.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: ['指挥岗位', '单位', '岗位'],
            rows: seats.map(({ name, unitName, role }) => [name, unitName, roleLabel(role).zh]),
          },
        ]
      : []),
    ...(groups.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: ['工作组', '牵头单位', '成员单位', '职责'],
            widths: [2, 2, 4, 4],
            rows: groups.map(({ name, leadUnitName, members, duties }) => [
              name,
              leadUnitName,
              members.map((member) => member.name).join('、'),
              duties ?? '',
            ]),
          },
        ]
      : []),
  ];
}

function levelsOf({ levels }: Plan): PaperBlock[] {
  return [
    heading('响应分级'),
    ...levels.flatMap(({ level, conditions, expectedHours, measures }) => [
      heading(`${NUMERALS[level]}级响应`, 2),
      paragraph(`启动条件：${conditions}`),
      paragraph(`预计期限：${expectedHours} 小时。`),
      paragraph(`应急处置措施：${measures}`),
    ]),
  ];
}

function actionsOf({ actions, levels }: Plan): PaperBlock[] {
  const at = (given: readonly string[]) =>
    given.length === levels.length ? '各级' : given.map((level) => NUMERALS[level] ?? level).join('、');
  return [
    heading('响应行动'),
    paragraph('T0 为启动响应的时刻；级别一栏为该条款适用的响应级别。'),
    {
      kind: 'table',
      columns: ['条款', '行动', '承办', '时限', '级别'],
      widths: [2, 9, 4, 3, 2],
      rows: actions.map((action) => [
        action.clause,
        [
          `${action.title}：${action.content}`,
          ...(action.resources.length > 0 ? [`所需：${action.resources.join('、')}`] : []),
          `反馈：${showCounts(EVIDENCE, action.evidenceAsked).zh || '无'}`,
        ].join('\n'),
        [unitWords(action).zh, action.postName ?? roleLabel(action.role).zh, action.groupName].join('\n'),
        dueText(action).zh,
        at(action.levels),
      ]),
    },
  ];
}

function ending({ endConditions }: Plan): PaperBlock[] {
  if (endConditions.length === 0) return [];
  return [
    heading('响应终止'),
    paragraph('同时具备下列条件时，由原启动机关终止响应：'),
    paragraph(endConditions.join('\n')),
  ];
}
