import type { z } from 'zod';
import { definePaper, type PaperBlock } from '../../foundation/documents/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { PARTY_SOURCES } from './linkage-party.register.ts';
import { FIGURE_WORDS, LADDER_STATES, REACH_WORDS } from './linkage-words.rules.ts';
import type { fileFields } from './linkages.views.ts';

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

/** 一键通联动情况报告: the same figures and lines as the board, as they were at the minute it is printed. */
export const linkageReportPaper = definePaper<z.output<typeof fileFields> & { unitName: string }>({
  name: 'linkage-report',
  label: { zh: '一键通联动情况报告', en: 'Report of a linkage' },
  compose: (file) => {
    const { figures, choices, lines } = file.board;
    return {
      mark: file.mark,
      redHeader: `${file.unitName}一键通联动情况报告`,
      number: file.number,
      title: `关于“${file.title}”的联动情况报告`,
      body: [
        heading('基本情况'),
        paragraph(
          [
            `${file.starter}于${officialTime(file.startedAt)}发起`,
            file.secondPerson ? `，经${file.secondPerson}复核` : '',
            file.sentAt ? `，${officialTime(file.sentAt)}发出` : '，未发出',
            `，拟通知 ${file.people} 人`,
            file.answerDueAt ? `，答复截止${officialTime(file.answerDueAt)}` : '',
            file.settledAt ? `，${officialTime(file.settledAt)}全部落实` : '',
            file.placeText ? `。涉及地点：${file.placeText}。` : '。',
          ].join(''),
        ),
        ...(file.words ? [paragraph(`正文：${file.words}`)] : []),
        heading('联动对象'),
        {
          kind: 'table',
          columns: ['来源', '对象', '依据', '人数'],
          widths: [2, 3, 4, 1],
          rows: file.parties.map((one) => [
            labelOf(PARTY_SOURCES, one.source).zh,
            one.label,
            one.reason ?? '',
            `${one.people}`,
          ]),
        },
        heading('送达和答复'),
        paragraph(
          `${Object.entries(FIGURE_WORDS)
            .map(([name, word]) => `${word.zh} ${figures[name as keyof typeof figures]}`)
            .join('，')}（截至${officialTime(file.asOf)}，单位：对象）。`,
        ),
        ...(choices.length > 0
          ? [paragraph(`答复：${choices.map(({ label, count }) => `${label.zh} ${count} 人`).join('，')}。`)]
          : []),
        {
          kind: 'table',
          columns: ['对象', '到达', '答复', '落实'],
          widths: [4, 1.5, 2, 3],
          rows: lines.map((one) => [
            one.people.map(({ name, reason }) => `${name}（${reason.zh}）`).join('、'),
            REACH_WORDS[one.reach].zh,
            [one.answer?.zh, ...one.told.map(({ channel, words, by }) => `${channel.zh}：${words}（${by}登记）`)]
              .filter(Boolean)
              .join('；') || '—',
            [LADDER_STATES[one.state].zh, one.state === 'with_human' ? one.human : one.endedBy]
              .filter(Boolean)
              .join('：'),
          ]),
        },
        ...(lines.length < figures.addressees
          ? [paragraph(`表列前 ${lines.length} 个对象，共 ${figures.addressees} 个，全部记录在平台可查。`)]
          : []),
        ...(file.corrections.length > 0
          ? [
              heading('失效号码'),
              paragraph(`已转号码归属单位更正：${file.corrections.map(({ number }) => number).join('、')}。`),
            ]
          : []),
      ],
      signedBy: file.unitName,
      signedAt: file.asOf,
      sentTo: [],
      copiedTo: [],
      handler: file.starter,
      printedAt: file.asOf,
    };
  },
});
