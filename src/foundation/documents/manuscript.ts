import { localTime, officialTime } from '../../kernel/calendar.ts';
import { chineseNumber } from '../../kernel/chinese-number.ts';
import { problem } from '../../kernel/problems.ts';
import type { OfficialPaper, PaperBlock, PaperMark, TableBlock } from './define.ts';
import { cleanLine, cleanParagraphs } from './text.ts';
import { breakTitle } from './title-lines.ts';

/** A paper ready for setting: clean text, numbered headings, Chinese dates. Both formats are set from it, so they agree. */
export interface Manuscript {
  /** `【演练】`, `【测试】` or nothing. */
  readonly markWord: string;
  /** The sentence of the band on every page; absent on real papers. */
  readonly band?: string;
  readonly redHeader: string;
  readonly number: string;
  readonly classification: string;
  readonly urgency: string;
  readonly issuer: string;
  readonly title: string;
  readonly titleLines: readonly string[];
  /** Ends with its colon; empty when nobody is addressed. */
  readonly addressee: string;
  readonly body: readonly ManuscriptBlock[];
  readonly signedBy: string;
  readonly signedAt: string;
  readonly seal?: Uint8Array;
  readonly imprint: Imprint;
  readonly printedAt: Date;
}

export type ManuscriptBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly string[])[])[];
      /** Shares of the width; their sum is 1. */
      readonly shares: readonly number[];
    }
  | { readonly kind: 'figure'; readonly png: Uint8Array; readonly caption: string };

/** 版记, the block that ends the last page. */
export interface Imprint {
  readonly recipients: readonly { readonly label: string; readonly names: string }[];
  /** 承办人 and 值班电话. */
  readonly contacts: readonly string[];
  readonly printedBy: string;
  readonly printedOn: string;
}

const MARKS: Record<PaperMark, { word: string; band?: string }> = {
  real: { word: '' },
  drill: { word: '【演练】', band: '演练文书　仅供演练使用　不反映真实情况' },
  test: { word: '【测试】', band: '测试文书　仅供系统测试　不反映真实情况' },
};

/** 2号 characters of a title's line: one less than fit, so that a font somewhat wider does not break it again. */
const TITLE_CHARACTERS = 19;

/**
 * Prepares a paper for setting. Refuses papers without a title, number or signature (`input.required`) and dates that are
 * none (`input.invalid`).
 */
export function manuscriptOf(paper: OfficialPaper): Manuscript {
  const { word, band } = MARKS[paper.mark];
  const plainTitle = required('title', '标题', paper.title);
  const title = plainTitle.startsWith(word) ? plainTitle : word + plainTitle;
  const signedBy = required('signedBy', '落款', paper.signedBy);
  if (Number.isNaN(paper.signedAt.getTime())) throw problem('input.invalid', {}, 'signedAt');
  if (Number.isNaN(paper.printedAt.getTime())) throw problem('input.invalid', {}, 'printedAt');
  const addressee = cleanLine(paper.addressee ?? '').replace(/[：:]$/, '');
  return {
    markWord: word,
    ...(band === undefined ? {} : { band }),
    redHeader: required('redHeader', '发文机关标志', paper.redHeader),
    number: required('number', '期号', paper.number),
    classification: cleanLine(paper.classification ?? ''),
    urgency: cleanLine(paper.urgency ?? ''),
    issuer: cleanLine(paper.issuer ?? ''),
    title,
    titleLines: breakTitle(title, TITLE_CHARACTERS),
    addressee: addressee === '' ? '' : `${addressee}：`,
    body: numbered(paper.body),
    signedBy,
    signedAt: officialTime(paper.signedAt),
    ...(paper.seal === undefined ? {} : { seal: paper.seal }),
    imprint: imprintOf(paper, signedBy),
    printedAt: paper.printedAt,
  };
}

function required(field: string, label: string, text: string): string {
  const cleaned = cleanLine(text);
  if (cleaned === '') throw problem('input.required', { label }, field);
  return cleaned;
}

/** 一、→（一）→ 1. — each level begins anew under a heading above it. */
function numbered(blocks: readonly PaperBlock[]): ManuscriptBlock[] {
  const counts = [0, 0, 0];
  return blocks.flatMap((block): ManuscriptBlock[] => {
    if (block.kind === 'heading') {
      const depth = block.level - 1;
      counts[depth] = (counts[depth] ?? 0) + 1;
      counts.fill(0, depth + 1);
      return [
        {
          kind: 'heading',
          level: block.level,
          text: headingNumber(block.level, counts[depth]) + cleanLine(block.text),
        },
      ];
    }
    if (block.kind === 'paragraph') return cleanParagraphs(block.text).map((text) => ({ kind: 'paragraph', text }));
    if (block.kind === 'table') return [tableOf(block)];
    return [{ kind: 'figure', png: block.png, caption: cleanLine(block.caption) }];
  });
}

function headingNumber(level: 1 | 2 | 3, count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`;
  if (level === 2) return `（${chineseNumber(count)}）`;
  return `${count}.`;
}

/** More columns than this leave less than a character to each: a paper is not a spreadsheet. */
const MAX_COLUMNS = 16;

/** Rows too short are filled, cells without a column are refused: silently dropping a figure would falsify the paper. */
function tableOf(table: TableBlock): ManuscriptBlock {
  const count = table.columns.length;
  const refuse = () => problem('input.invalid', {}, 'body.table');
  if (count === 0 || count > MAX_COLUMNS || table.rows.some((row) => row.length > count)) throw refuse();
  const asked = table.columns.map((_, index) => table.widths?.[index] ?? 1);
  if (!asked.every((width) => Number.isFinite(width) && width > 0)) throw refuse();
  const total = asked.reduce((sum, width) => sum + width, 0);
  // No column may shrink below half its even share, or its words would be set one letter a line.
  const widths = asked.map((width) => Math.max(width / total, 0.5 / count));
  const sum = widths.reduce((all, width) => all + width, 0);
  return {
    kind: 'table',
    columns: table.columns.map(cleanLine),
    rows: table.rows.map((row) => table.columns.map((_, index) => cleanParagraphs(row[index] ?? ''))),
    shares: widths.map((width) => width / sum),
  };
}

function imprintOf(paper: OfficialPaper, signedBy: string): Imprint {
  const listed = (label: string, names: readonly string[]) => {
    // The list ends with its own full stop; one that was typed with a name would stand there twice.
    const cleaned = names.map((name) => cleanLine(name).replace(/[。；;，,.]+$/, '')).filter((name) => name !== '');
    return cleaned.length === 0 ? [] : [{ label: `${label}：`, names: `${cleaned.join('，')}。` }];
  };
  const told = (label: string, value: string | undefined) => {
    const cleaned = cleanLine(value ?? '');
    return cleaned === '' ? [] : [`${label}：${cleaned}`];
  };
  const { year, month, day } = localTime(paper.printedAt);
  return {
    recipients: [...listed('报送', paper.sentTo), ...listed('抄送', paper.copiedTo)],
    contacts: [...told('承办人', paper.handler), ...told('值班电话', paper.dutyPhone)],
    printedBy: cleanLine(paper.printedBy ?? '') || signedBy,
    printedOn: `${year}年${month}月${day}日印发`,
  };
}
