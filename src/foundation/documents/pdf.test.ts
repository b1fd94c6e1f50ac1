import { beforeAll, describe, expect, it } from 'vitest';
import { type Page, readPdf, typeAreaWords, unspaced } from './office-tools.fixture.ts';
import { HOSTILE, SENTENCES, samplePaper } from './paper.fixture.ts';
import { renderPdf } from './pdf.ts';
import { SHEET } from './sheet.ts';

const right = SHEET.left + SHEET.textWidth;
const bottom = SHEET.top + SHEET.textHeight;
const place = (page: Page | undefined, text: string) => {
  const word = page?.words.find((candidate) => candidate.text.includes(text));
  if (!word) throw new Error(`«${text}» is not on the page`);
  return word;
};

describe('a paper as PDF', () => {
  let pdf: Uint8Array;
  let read: ReturnType<typeof readPdf>;

  beforeAll(async () => {
    pdf = await renderPdf(samplePaper());
    read = readPdf(pdf);
  });

  it('gives back every sentence as text', () => {
    for (const sentence of SENTENCES) expect(read.text).toContain(sentence);
    for (const text of [
      '一、基本情况',
      '三、处置进展',
      '（一）现场处置',
      '（二）监测情况',
      '1.气体浓度',
      '四、下一步工作',
    ])
      expect(read.text).toContain(text);
    for (const text of [
      '〔2026〕第12期',
      '签发人：王立民',
      '内部',
      '特急',
      '区委、区政府总值班室：',
      '186人',
      '图1现场位置示意',
    ])
      expect(read.text).toContain(text);
  });

  it('shows times in Beijing, the signature to the minute, the printing to the day', () => {
    expect(read.text).toContain('石景山区应急指挥中心2026年6月11日10时58分');
    expect(read.text).toContain('2026年6月12日印发');
  });

  it('is on A4 and stays inside the type area of 156 × 225 mm', () => {
    expect(read.pages.length).toBeGreaterThan(1);
    for (const page of read.pages) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
      for (const word of typeAreaWords(page)) {
        expect(word.left, word.text).toBeGreaterThan(SHEET.left - 0.5);
        expect(word.right, word.text).toBeLessThan(right + 0.5);
        expect(word.bottom, word.text).toBeLessThan(bottom + 0.5);
      }
    }
  });

  it('has the head of an official paper: degrees, red head, number and issuer, title, addressee', () => {
    const [first] = read.pages;
    const order = ['内部', '特急', '石景山区应急指挥中心值班信息', '〔2026〕第12期', '关于古城街道', '区委、区政府'];
    const tops = order.map((text) => place(first, text).top);
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
    expect(place(first, '石景山区应急指挥中心值班信息').top - SHEET.top).toBeGreaterThan(SHEET.redHeadDrop - 10);
    expect(place(first, '签发人').top).toBeCloseTo(place(first, '〔2026〕').top, 0);
    const title = place(first, '关于古城街道');
    expect((title.left + title.right) / 2).toBeCloseTo((SHEET.left + right) / 2, 0);
    expect(title.bottom - title.top).toBeGreaterThan(22);
  });

  it('ends with the imprint at the foot of its last page', () => {
    const last = read.pages.at(-1);
    expect(last?.text).toContain('报送：北京市应急管理局值班室，区委办公室。');
    expect(unspaced(last?.text ?? '')).toContain('承办人：李明');
    expect(last?.text).toContain('值班电话：010-00000000');
    expect(place(last, '2026年6月12日印发').bottom).toBeGreaterThan(bottom - 12);
    expect(place(last, '2026年6月12日印发').bottom).toBeLessThan(bottom + 0.5);
  });

  it('is numbered at the outer edge: odd pages right, even pages left', () => {
    read.pages.forEach((page, index) => {
      const number = page.words.find((word) => word.top > bottom && word.text.includes(String(index + 1)));
      expect(number, `page ${index + 1}`).toBeDefined();
      const middle = page.width / 2;
      if (index % 2 === 0) expect(number?.left).toBeGreaterThan(middle);
      else expect(number?.right).toBeLessThan(middle);
    });
  });

  it('carries no mark when it is real, and nothing that a reader would run', () => {
    expect(read.text).not.toMatch(/演练|测试/);
    expect(read.info).toMatch(/JavaScript:\s+no/);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(
      /\/(JavaScript|JS|Launch|OpenAction|AA|URI|EmbeddedFile)\b/,
    );
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('is set within a second', async () => {
    const start = performance.now();
    await renderPdf(samplePaper());
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('has 22 lines of 28 characters on a full page', async () => {
  const body = [{ kind: 'paragraph', text: '字'.repeat(10_000) }] as const;
  const { pages } = readPdf(await renderPdf(samplePaper({ body })));
  const lines = typeAreaWords(pages[3] as Page);
  expect(lines.map((line) => line.text)).toEqual(Array.from({ length: 22 }, () => '字'.repeat(28)));
  for (const line of lines) expect(line.right).toBeCloseTo(right, 0);
  const pitches = lines.slice(1).map((line, index) => line.top - (lines[index]?.top ?? 0));
  for (const pitch of pitches) expect(pitch).toBeCloseTo(SHEET.linePitch, 1);
  expect(
    pages
      .map((page) => page.text)
      .join('')
      .match(/字/g),
  ).toHaveLength(10_000);
});

it.each([
  ['drill', '【演练】', '演练文书'],
  ['test', '【测试】', '测试文书'],
] as const)('a %s paper says so in its title and on every page', async (mark, word, band) => {
  const { pages, info } = readPdf(await renderPdf(samplePaper({ mark })));
  expect(pages[0]?.text).toContain(`${word}关于古城街道`);
  for (const page of pages) expect(page.text).toContain(`${word}${band}`);
  expect(info).toContain(word);
});

it('takes whatever people type without losing its shape', async () => {
  const body = [
    { kind: 'heading', level: 1, text: HOSTILE.markup },
    { kind: 'paragraph', text: HOSTILE.hidden },
    { kind: 'paragraph', text: HOSTILE.markup },
    { kind: 'paragraph', text: HOSTILE.emoji },
    { kind: 'paragraph', text: HOSTILE.rightToLeft },
    { kind: 'paragraph', text: 'W'.repeat(10_000) },
    { kind: 'paragraph', text: `${'，'.repeat(500)}${'（'.repeat(500)}` },
    { kind: 'table', columns: ['头'.repeat(2_000), '乙'], rows: [['W'.repeat(500), '字'.repeat(2_000)], []] },
    {
      kind: 'table',
      columns: Array.from({ length: 16 }, () => '列'),
      rows: [Array.from({ length: 16 }, () => 'W'.repeat(60))],
    },
  ] as const;
  const long = '长'.repeat(200);
  const paper = samplePaper({
    body,
    mark: 'drill',
    title: `关于${'A'.repeat(200)}${HOSTILE.hidden}`,
    redHeader: long,
    issuer: long,
    addressee: 'B'.repeat(300),
    signedBy: long,
    sentTo: Array.from({ length: 80 }, (_, index) => `单位${index}`),
    copiedTo: ['C'.repeat(400)],
  });
  const start = performance.now();
  const pdf = await renderPdf(paper);
  expect(performance.now() - start).toBeLessThan(5_000);
  const { pages, text } = readPdf(pdf);
  expect(text).toContain(HOSTILE.shown);
  expect(text).toContain(unspaced(HOSTILE.markup));
  expect(text).toContain('现场□');
  expect(text.match(/W/g)).toHaveLength(10_000 + 500 + 16 * 60);
  for (const page of pages) {
    expect(page.text).toContain('【演练】演练文书');
    // A letter wider than its column may stand out by a hair; nothing leaves the sheet or runs into its foot.
    for (const word of typeAreaWords(page)) {
      expect(word.left, word.text).toBeGreaterThan(SHEET.left - 1);
      expect(word.right, word.text).toBeLessThan(right + 4);
      expect(word.bottom, word.text).toBeLessThan(bottom + 1);
    }
  }
});
