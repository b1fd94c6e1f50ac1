import { definePaper, type PaperBlock, type PaperMark } from '../../documents/define.ts';
import { pointText } from '../map.rules.ts';
import { lengthText } from '../measure.rules.ts';
import type { Surroundings } from './around.ts';
import { basisWords, ONLY_SEEN, SOURCES, titleWords } from './surroundings-words.rules.ts';

/** An analysis with who made it and when; without a number it was not kept. */
export interface SurroundingsPaper {
  readonly mark: PaperMark;
  readonly number: string | null;
  readonly note: string | null;
  readonly unitName: string;
  readonly personName: string;
  readonly at: Date;
  readonly result: Surroundings;
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const table = (columns: string[], widths: number[], rows: string[][]): PaperBlock[] =>
  rows.length === 0 ? [paragraph('无')] : [{ kind: 'table', columns, widths, rows }];

/** 周边情况分析 on the page of GB/T 9704. */
export const surroundingsPaper = definePaper<SurroundingsPaper>({
  name: 'surroundings',
  label: { zh: '周边情况分析', en: 'Surroundings' },
  compose: ({ mark, number, note, unitName, personName, at, result }) => {
    const { origin, layers, people, nearest } = result;
    const found = layers.filter(({ count }) => count > 0);
    return {
      mark,
      redHeader: `${unitName}周边情况分析`,
      number: number ?? '（未归档，未编号）',
      title: `${titleWords(result).zh}情况分析`,
      body: [
        heading('分析范围'),
        paragraph(`中心位置：${origin.areaName}${pointText(origin)}（CGCS2000，经度、纬度）。`),
        paragraph(
          basisWords(result)
            .map(({ zh }) => zh)
            .join(''),
        ),
        heading('人员'),
        ...table(
          ['来源', '人数', '其中需优先转移'],
          [3, 2, 2],
          people.map((one) => [
            `${one.label.zh}${one.isByGround ? '（按面积折算）' : ''}`,
            `${one.people}`,
            one.vulnerable === null ? '—' : `${one.vulnerable}`,
          ]),
        ),
        ...(people.length > 0 ? [paragraph(SOURCES.zh)] : []),
        heading('范围内对象'),
        ...table(
          ['台账', '数量'],
          [3, 1],
          found.map(({ label, count }) => [label.zh, `${count}`]),
        ),
        paragraph(`${ONLY_SEEN.zh}未列出的台账范围内没有记录。`),
        heading('就近力量和场所'),
        ...nearest.flatMap(({ label, items }) => [
          { kind: 'heading' as const, level: 2 as const, text: label.zh },
          ...table(
            ['名称', '归属', '直线', '到达'],
            [4, 3, 2, 4],
            items.map((item) => [
              item.title,
              item.unitName,
              lengthText(item.metres),
              `${lengthText(item.wayMetres)}，约 ${Math.ceil(item.minutes)} 分钟${item.isByRoad ? '' : '（估算）'}`,
            ]),
          ),
        ]),
        ...(note ? [heading('研判意见'), paragraph(note)] : []),
      ],
      signedBy: unitName,
      signedAt: at,
      sentTo: [],
      copiedTo: [],
      handler: personName,
      printedAt: at,
    };
  },
});
