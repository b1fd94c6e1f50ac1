import { deflateRawSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { chineseValue, clauseTreeOf, type TextBlock, treeFindings } from './clause-tree.rules.ts';
import { htmlBlocks } from './html.reader.ts';
import { readPlanText } from './read-plan-text.ts';

const lines = (...texts: string[]): TextBlock[] => texts.map((text) => ({ kind: 'line', text }));
const outline = (blocks: readonly TextBlock[]) =>
  clauseTreeOf(blocks).clauses.map(({ depth, number, heading }) =>
    `${'  '.repeat(depth)}${number} ${heading}`.trimEnd(),
  );
const refusal = (bytes: Buffer) =>
  readPlanText(bytes).catch((error: { key?: string; phrase?: { zh: string } }) => error);

describe('numbers of Chinese official texts', () => {
  it('一、 （一） 1. （1） ① lie below one another', () => {
    expect(
      outline(
        lines(
          '一、总则',
          '（一）目的',
          '1.依据',
          '（1）法律',
          '①应对法',
          '②消防法',
          '（2）规章',
          '（二）原则',
          '二、职责',
        ),
      ),
    ).toEqual([
      '  一、 总则',
      '    （一） 目的',
      '      1. 依据',
      '        （1） 法律',
      '          ① 应对法',
      '          ② 消防法',
      '        （2） 规章',
      '    （二） 原则',
      '  二、 职责',
    ]);
  });
  it('第X章 第X节 第X条, with items beneath an article; an article that is spoken of is none', () => {
    expect(
      outline(
        lines(
          '第一章 总则',
          '第一条 为了…，制定本办法。',
          '第二章 处置',
          '第一节 响应',
          '第二条 有下列情形之一的：',
          '（一）死亡的；',
          '第三章规定的情形除外。',
          '第一条第二款所称单位是指企业。',
          '第三条 自印发之日起施行。',
        ),
      ),
    ).toEqual([
      '  第一章 总则',
      '    第一条',
      '  第二章 处置',
      '    第一节 响应',
      '      第二条',
      '        （一）',
      '      第三条',
    ]);
  });
  it('decimals: measurements and years in a sentence are no clauses, a first sentence is a heading', () => {
    const { clauses } = clauseTreeOf(
      lines(
        '1 总则',
        '1.1 编制目的',
        '27.5 毫米以上降雨时启动。',
        '2024 年修订。',
        '1.2 原则',
        '1.2.1 以人为本，安全第一。坚持把人民放在首位。',
        '2 组织',
        '2.1 指挥部',
        '附件1：通讯录',
        '值班电话',
      ),
    );
    expect(clauses.map(({ number, heading, kind }) => [number, heading, kind])).toEqual([
      ['1', '总则', 'clause'],
      ['1.1', '编制目的', 'clause'],
      ['1.2', '原则', 'clause'],
      ['1.2.1', '以人为本，安全第一', 'clause'],
      ['2', '组织', 'clause'],
      ['2.1', '指挥部', 'clause'],
      ['附件1', '通讯录', 'annex'],
    ]);
    expect(clauses[1]?.body).toBe('27.5 毫米以上降雨时启动。\n2024 年修订。');
    expect(clauses.at(-1)?.body).toBe('值班电话');
  });
  it('tells numbers left out and given twice', () => {
    const { clauses } = clauseTreeOf(lines('一、甲', '（一）子', '（三）丑', '三、乙', '（一）寅', '三、丙'));
    expect(treeFindings(clauses).map(({ number, kind, after }) => [number, kind, after])).toEqual([
      ['（三）', 'gap', '（一）'],
      ['三、', 'gap', '一、'],
      ['三、', 'double', '三、'],
    ]);
  });
  it.each([
    ['三十五', 35],
    ['十', 10],
    ['一百零六', 106],
    ['二十', 20],
  ])('%s is %i', (text, value) => expect(chineseValue(text)).toBe(value));
});

describe('files', () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '石景山区防汛应急预案', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '编制说明', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('1　总则'),
          new Paragraph({ children: [new TextRun('1.1　'), new TextRun({ text: '目的', bold: true })] }),
          new Paragraph('为了防汛 & 排涝 <安全>。'),
          new Table({
            rows: [
              new TableRow({ children: [cell('级别'), cell('条件')] }),
              new TableRow({ children: [cell('Ⅳ'), cell('蓝色预警')] }),
            ],
          }),
          new Paragraph('附件 1 通讯录'),
        ],
      },
    ],
  });

  it('a DOCX with styles, runs, a table and an annex', async () => {
    const tree = await readPlanText(await Packer.toBuffer(document));
    expect(tree.format).toBe('docx');
    expect(tree.clauses.map(({ number, heading }) => [number, heading])).toEqual(
      expect.arrayContaining([
        ['1', '总则'],
        ['1.1', '目的'],
      ]),
    );
    const aim = tree.clauses.find(({ number }) => number === '1.1');
    expect(aim).toMatchObject({
      body: '为了防汛 & 排涝 <安全>。',
      tables: [
        [
          ['级别', '条件'],
          ['Ⅳ', '蓝色预警'],
        ],
      ],
    });
    expect(tree.clauses.at(-1)).toMatchObject({ number: '附件 1', heading: '通讯录', kind: 'annex' });
  });
  it('text in UTF-8 and in GB18030, Markdown with a table', async () => {
    expect((await readPlanText(Buffer.from('防汛预案\n一、总则\n'))).clauses.at(-1)?.heading).toBe('总则');
    const gb = Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xd4, 0xf2]);
    expect((await readPlanText(gb)).clauses[0]).toMatchObject({ number: '一、', heading: '总则' });
    const { clauses } = await readPlanText(
      Buffer.from('# 预案\n## 一、分级\n| 级 | 条件 |\n| --- | --- |\n| Ⅳ | 蓝 |\n'),
    );
    expect(clauses[0]).toMatchObject({
      heading: '分级',
      tables: [
        [
          ['级', '条件'],
          ['Ⅳ', '蓝'],
        ],
      ],
    });
  });
  it('a web page: scripts are left out, entities read', () => {
    expect(
      htmlBlocks('<h1>甲 &amp; 乙</h1><script>第一章 恶意</script><p>丙<br>丁</p><table><tr><td>戊</td></tr></table>'),
    ).toEqual([
      { kind: 'line', text: '甲 & 乙', outline: 1 },
      { kind: 'line', text: '丙' },
      { kind: 'line', text: '丁' },
      { kind: 'table', rows: [['戊']] },
    ]);
  });
});

describe('what must not take the server down', () => {
  it('is refused in words: nothing, pictures, old Word, PDF, a broken archive, an archive without a text', async () => {
    expect(await refusal(Buffer.alloc(0))).toMatchObject({ key: 'file.empty' });
    expect(await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]))).toMatchObject({
      key: 'plan_text.unreadable',
    });
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({ key: 'plan_text.unreadable' });
    expect(await refusal(Buffer.from('%PDF-1.7 …'))).toMatchObject({ key: 'plan_text.unreadable' });
    const whole = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('一、总则')] }] }));
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatchObject({ key: 'import.unreadable' });
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 400);
    expect((await refusal(damaged)) as { key: string }).toMatchObject({ key: expect.stringMatching(/unreadable/) });
  });
  it('a bomb of 300 MB in 300 kB is told before it goes off', async () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(300 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refusal(bomb)).toMatchObject({ key: 'import.bomb' });
  });
  it('ten thousand levels, of numbers, tags and tables, in less than a second each', async () => {
    const deep = `1${'.1'.repeat(10_000)} 深`;
    const begun = performance.now();
    const { clauses } = await readPlanText(
      Buffer.from(
        ['1 总则', deep, ...Array.from({ length: 3000 }, (_, index) => `${'#'.repeat(index % 9)} ${index} 深`)].join(
          '\n',
        ),
      ),
    );
    expect(Math.max(...clauses.map(({ depth }) => depth))).toBeLessThanOrEqual(9);
    const nested = `<html>${'<div>'.repeat(10_000)}一、总则${'</div>'.repeat(10_000)}${'<table><tr><td>'.repeat(10_000)}`;
    expect((await readPlanText(Buffer.from(nested))).clauses[0]?.heading).toBe('总则');
    expect(
      await refusal(Buffer.from(Array.from({ length: 10_000 }, (_, index) => `${index % 900}、甲`).join('\n'))),
    ).toMatchObject({ key: 'plan_text.too_long' });
    expect(performance.now() - begun).toBeLessThan(3000);
  });
  it('a million characters in one line, and brackets that never close', async () => {
    const begun = performance.now();
    await readPlanText(Buffer.from(`一、${'甲'.repeat(1_000_000)}`));
    await readPlanText(Buffer.from(`<html><p>一、${'<'.repeat(200_000)}`));
    await readPlanText(Buffer.from(`<html><p>一、乙<p ${'a="'.repeat(50_000)}`));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

/** An archive of one entry that lies about its size. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1000, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
