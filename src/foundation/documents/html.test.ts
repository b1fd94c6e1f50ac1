import { expect, it } from 'vitest';
import { paperHtml } from './html.ts';

const PAPER = {
  mark: 'drill',
  redHeader: '石景山区应急指挥中心',
  number: '第 1 版',
  title: '预案',
  body: [
    { kind: 'heading', level: 1, text: '总则' },
    { kind: 'paragraph', text: '一<script>alert(1)</script>\n二' },
    { kind: 'table', columns: ['条款'], rows: [['4.1 "甲" & 乙']] },
  ],
  signedBy: '区应急委',
  signedAt: new Date('2026-06-11T02:40:00Z'),
  sentTo: [],
  copiedTo: [],
  printedAt: new Date('2026-06-11T02:40:00Z'),
} as const;

it('reads as the other formats do, says its mark, and carries no markup of its words', () => {
  const html = paperHtml(PAPER);
  expect(html).toContain('<h2>一、总则</h2>');
  expect(html).toContain('<p>一&lt;script&gt;alert(1)&lt;/script&gt;</p>\n');
  expect(html).toContain('<td>4.1 &quot;甲&quot; &amp; 乙</td>');
  expect(html).toContain('<h1>【演练】预案</h1>');
  expect(html).not.toContain('<script');
});
