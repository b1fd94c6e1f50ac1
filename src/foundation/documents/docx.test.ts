import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from './docx.ts';
import { convertInOffice, readPdf, unspaced } from './office-tools.fixture.ts';
import { HOSTILE, SENTENCES, samplePaper } from './paper.fixture.ts';
import { SHEET } from './sheet.ts';

const bottom = SHEET.top + SHEET.textHeight;
const right = SHEET.left + SHEET.textWidth;

describe('a paper as DOCX, opened in LibreOffice', () => {
  let read: ReturnType<typeof readPdf>[];
  let texts: string[];

  beforeAll(async () => {
    const hostile = samplePaper({
      mark: 'test',
      title: `关于${'A'.repeat(100)}${HOSTILE.hidden}`,
      body: [
        { kind: 'heading', level: 1, text: HOSTILE.markup },
        { kind: 'paragraph', text: HOSTILE.hidden },
        { kind: 'paragraph', text: HOSTILE.markup },
        { kind: 'paragraph', text: HOSTILE.emoji },
        { kind: 'paragraph', text: HOSTILE.rightToLeft },
        { kind: 'paragraph', text: '字'.repeat(10_000) },
        { kind: 'paragraph', text: 'W'.repeat(2_000) },
        { kind: 'table', columns: ['头'.repeat(500), '乙'], rows: [['W'.repeat(500), '字'], []] },
      ],
    });
    const papers = [samplePaper(), samplePaper({ mark: 'drill' }), hostile];
    const files = await Promise.all(papers.map(renderDocx));
    read = convertInOffice(files, 'pdf').map(readPdf);
    texts = convertInOffice(files, 'txt').map((text) => text.toString('utf8'));
  }, 180_000);

  it('keeps every sentence, heading number and cell', () => {
    const text = texts[0] ?? '';
    for (const sentence of SENTENCES) expect(text).toContain(sentence);
    for (const part of [
      '一、基本情况',
      '（二）监测情况',
      '1.气体浓度',
      '四、下一步工作',
      '〔2026〕第12期',
      '签发人：王立民',
    ])
      expect(text).toContain(part);
    for (const part of ['186人', '区委、区政府总值班室：', '2026年6月11日10时58分', '图1 现场位置示意'])
      expect(text).toContain(part);
    expect(unspaced(text)).toContain('关于古城街道古城南路施工破坏燃气管线发生泄漏的报告（初报）');
    expect(text).not.toMatch(/演练|测试/);
  });

  it('is on A4 and stays inside the type area of 156 × 225 mm', () => {
    for (const page of read[0]?.pages ?? []) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
      for (const word of page.words.filter((candidate) => candidate.top < bottom)) {
        expect(word.left, word.text).toBeGreaterThan(SHEET.left - 1);
        // A closing mark may hang over the edge, as word processors let it.
        expect(word.right, word.text).toBeLessThan(right + 8.5);
        expect(word.top, word.text).toBeGreaterThan(SHEET.top - 6);
      }
    }
    expect(read[0]?.pages.length).toBeGreaterThan(1);
  });

  it('has 22 lines of 28 characters on a full page', () => {
    const lines = (read[2]?.pages[4]?.words ?? []).filter((word) => word.text.startsWith('字'));
    expect(lines.map((line) => line.text)).toEqual(Array.from({ length: 22 }, () => '字'.repeat(28)));
  });

  it('ends with the imprint at the foot of its last page', () => {
    const { words = [], text = '' } = read[0]?.pages.at(-1) ?? {};
    for (const part of [
      '报送：北京市应急管理局值班室，区委办公室。',
      '燃气集团第三分公司。',
      '承办人：李明',
      '值班电话：010-00000000',
    ])
      expect(text).toContain(part);
    expect(text).toContain('2026年6月12日印发');
    const printed = words.find((word) => word.text.includes('印发'));
    expect(printed?.bottom).toBeGreaterThan(bottom - 12);
    expect(printed?.bottom).toBeLessThan(bottom + 2);
  });

  it('is numbered at the outer edge: odd pages right, even pages left', () => {
    read[0]?.pages.forEach((page, index) => {
      const number = page.words.find((word) => word.top > bottom && word.text === String(index + 1));
      if (index % 2 === 0) expect(number?.left).toBeGreaterThan(page.width / 2);
      else expect(number?.right).toBeLessThan(page.width / 2);
    });
  });

  it('says in its title and on every page that it is of a drill', () => {
    expect(texts[1]).toContain('【演练】关于古城街道');
    for (const page of read[1]?.pages ?? []) expect(page.text).toContain('【演练】演练文书');
  });

  it('takes whatever people type', () => {
    const text = texts[2] ?? '';
    expect(text).toContain(HOSTILE.shown);
    expect(text).toContain(HOSTILE.markup);
    expect(text).toContain('😀🚒');
    expect(text).toContain(HOSTILE.rightToLeft);
    expect(text.match(/W/g)).toHaveLength(2_500);
    for (const page of read[2]?.pages ?? []) {
      expect(page.text).toContain('【测试】测试文书');
      for (const word of page.words) expect(word.right, word.text).toBeLessThan(right + 20);
    }
  });
});
