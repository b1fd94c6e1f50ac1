import { describe, expect, it } from 'vitest';
import { definePaper, type PaperBlock } from './define.ts';
import { manuscriptOf } from './manuscript.ts';
import { samplePaper } from './paper.fixture.ts';

const heading = (level: 1 | 2 | 3): PaperBlock => ({ kind: 'heading', level, text: '题' });
const texts = (body: readonly PaperBlock[]) =>
  manuscriptOf(samplePaper({ body })).body.map((block) => ('text' in block ? block.text : block.kind));

describe('a paper made ready for setting', () => {
  it('numbers headings 一、（一）1. and begins anew under each', () => {
    expect(texts([1, 2, 3, 3, 2, 3, 1, 2].map((level) => heading(level as 1 | 2 | 3)))).toEqual([
      '一、题',
      '（一）题',
      '1.题',
      '2.题',
      '（二）题',
      '1.题',
      '二、题',
      '（一）题',
    ]);
  });

  it('does not mark a title twice', () => {
    expect(manuscriptOf(samplePaper({ mark: 'drill', title: '【演练】关于…' })).title).toBe('【演练】关于…');
  });

  it('leaves out what was not given, and signs for the printing unit', () => {
    const paper = samplePaper({ sentTo: [], copiedTo: [' '], addressee: '', handler: ' ' });
    const { imprint, addressee } = manuscriptOf(paper);
    expect(addressee).toBe('');
    expect(imprint).toMatchObject({ recipients: [], contacts: ['值班电话：010-00000000'], printedBy: paper.signedBy });
  });

  it('refuses a paper without title, number, head, signature or time', () => {
    for (const field of ['title', 'number', 'redHeader', 'signedBy'] as const)
      expect(() => manuscriptOf(samplePaper({ [field]: '\u200b ' }))).toThrow(
        expect.objectContaining({ key: 'input.required', field }),
      );
    expect(() => manuscriptOf(samplePaper({ signedAt: new Date('never') }))).toThrow(
      expect.objectContaining({ key: 'input.invalid', field: 'signedAt' }),
    );
  });

  it('drops no cell of a table: too many cells, too many columns and impossible widths are refused', () => {
    const table = (changes: object) => ({ kind: 'table', columns: ['甲', '乙'], rows: [], ...changes }) as PaperBlock;
    const refused = expect.objectContaining({ key: 'input.invalid', field: 'body.table' });
    for (const changes of [
      { rows: [['1', '2', '3']] },
      { columns: [] },
      { columns: Array(17).fill('列') },
      { widths: [1, -1] },
    ])
      expect(() => manuscriptOf(samplePaper({ body: [table(changes)] }))).toThrow(refused);
    const [block] = manuscriptOf(samplePaper({ body: [table({ rows: [['1']], widths: [1000, 1] })] })).body;
    expect(block).toMatchObject({ rows: [[['1'], []]] });
    if (block?.kind === 'table') expect(block.shares[1]).toBeGreaterThan(0.19);
  });
});

it('a kind of paper needs a name and both labels', () => {
  const compose = () => samplePaper();
  expect(definePaper({ name: 'situation-report', label: { zh: '专报', en: 'Situation report' }, compose }).name).toBe(
    'situation-report',
  );
  expect(() => definePaper({ name: 'Report', label: { zh: '专报', en: 'Report' }, compose })).toThrow('kebab case');
  expect(() => definePaper({ name: 'report', label: { zh: '专报', en: ' ' }, compose })).toThrow('zh and en');
});
