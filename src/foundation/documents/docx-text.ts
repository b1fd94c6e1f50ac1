import {
  AlignmentType,
  type ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { SHEET, SIZE } from './sheet.ts';

/** The fonts of a Chinese office. A reader's machine without one takes the next named in the font table. */
export type OfficeFont = '方正小标宋简体' | '仿宋_GB2312' | '黑体' | '楷体_GB2312' | '宋体';

const ALTERNATIVES: Record<OfficeFont, { names: string; panose: string }> = {
  方正小标宋简体: { names: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体', panose: '02010601030101010101' },
  仿宋_GB2312: { names: 'FangSong_GB2312,仿宋,FangSong', panose: '02010609030101010101' },
  黑体: { names: 'SimHei', panose: '02010609060101010101' },
  楷体_GB2312: { names: 'KaiTi_GB2312,楷体,KaiTi', panose: '02010609030101010101' },
  宋体: { names: 'SimSun', panose: '02010600030101010101' },
};

const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** `word/fontTable.xml` with what to take when a font is missing; the library itself writes an empty one. */
export function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, { names, panose }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:panose1 w:val="${panose}"/>` +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>',
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD_NAMESPACE}">${fonts.join('')}</w:fonts>`;
}

/** Twips, the twentieths of a point in which Word counts. */
export const twips = (points: number) => Math.round(points * 20);

/**
 * 28 characters of 16 points do not fit into 156 mm: each gives up a quarter of a point. Word's own character grid does the
 * same, but other programs read it differently.
 */
const BODY_SPACING = -5;

export interface RunStyle {
  readonly font?: OfficeFont;
  /** Points; 3号 when left out. */
  readonly size?: number;
  readonly color?: string;
}

export function run(
  text: string,
  { font = '仿宋_GB2312', size = SIZE.three, color }: RunStyle = {},
  more: IRunOptions = {},
): TextRun {
  return new TextRun({
    text,
    // Figures and Latin letters too: 仿宋 has none worth printing, and papers write them in Times.
    font: {
      eastAsia: font,
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      cs: 'Times New Roman',
      hint: 'eastAsia',
    },
    size: size * 2,
    ...(size === SIZE.three ? { characterSpacing: BODY_SPACING } : {}),
    ...(color ? { color: color.replace('#', '') } : {}),
    ...more,
  });
}

export interface LineOptions
  extends Pick<
    IParagraphOptions,
    'alignment' | 'indent' | 'keepNext' | 'widowControl' | 'tabStops' | 'border' | 'shading'
  > {
  /** Distance from line to line in points; that of the page's grid when left out. */
  readonly pitch?: number;
}

/** A paragraph on the line grid. */
export function paragraph(
  children: readonly (TextRun | ImageRun)[],
  { pitch = SHEET.linePitch, ...options }: LineOptions = {},
): Paragraph {
  return new Paragraph({
    children,
    spacing: { line: twips(pitch), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    alignment: AlignmentType.LEFT,
    widowControl: false,
    ...options,
  });
}

export const emptyLine = (pitch?: number, options: LineOptions = {}) =>
  paragraph([], { ...options, ...(pitch === undefined ? {} : { pitch }) });

/** Two characters of 3号, given in characters too, so that it survives a change of size by hand. */
export const FIRST_LINE_INDENT = { firstLine: twips(2 * SIZE.three), firstLineChars: 200 } as const;
