import type { Phrase } from '../../kernel/phrases.ts';

/** Set at birth and printed on every page: a drill's paper must never be taken for a real one. */
export type PaperMark = 'real' | 'drill' | 'test';

/** 紧急程度 of a paper. Not a warning colour, not a response level. */
export type PaperUrgency = '特急' | '加急' | '平急';

export type PaperFormat = 'docx' | 'pdf';

/** A numbered heading; the number (一、 / （一） / 1.) is given by the layout, never typed. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Running text. A line feed begins a new paragraph. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns; equal when left out. */
  readonly widths?: readonly number[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  /** A whole PNG file. Anything else is refused with `file.kind`. */
  readonly png: Uint8Array;
  readonly caption: string;
}

export type PaperBlock = HeadingBlock | ParagraphBlock | TableBlock | FigureBlock;

/**
 * An official paper 公文 as data: what it says, not how it looks. The look is that of GB/T 9704-2012.
 * All texts may come from users; the layout cleans them. Times are instants and are shown in Asia/Shanghai.
 */
export interface OfficialPaper {
  readonly mark: PaperMark;
  /** 发文机关标志, the red head: `石景山区应急指挥中心值班信息`. */
  readonly redHeader: string;
  /** `〔2026〕第12期` */
  readonly number: string;
  /** 公开 / 内部 / 敏感; printed as given, nothing is printed when left out. State secrets never enter this network. */
  readonly classification?: string;
  readonly urgency?: PaperUrgency;
  /** 签发人 */
  readonly issuer?: string;
  readonly title: string;
  /** 主送, without the colon. */
  readonly addressee?: string;
  readonly body: readonly PaperBlock[];
  /** 落款 */
  readonly signedBy: string;
  /** 印章 as a whole PNG, set over the signature. */
  readonly seal?: Uint8Array;
  /** Shown to the minute. */
  readonly signedAt: Date;
  /** 报送 */
  readonly sentTo: readonly string[];
  /** 抄送 */
  readonly copiedTo: readonly string[];
  readonly dutyPhone?: string;
  /** 承办人 */
  readonly handler?: string;
  /** 印发机关; the signing unit when left out. */
  readonly printedBy?: string;
  /** 印发日期, shown to the day. */
  readonly printedAt: Date;
}

/** One kind of paper: how the view of a record becomes a paper. Lives in a capability's `*.document.ts`. */
export interface PaperDefinition<View> {
  /** Words of the glossary in kebab case: `situation-report`. */
  readonly name: string;
  readonly label: Phrase;
  readonly compose: (view: View) => OfficialPaper;
}

/** Declares a kind of paper. Throws at start when its name or one of its labels is missing. */
export function definePaper<View>(definition: PaperDefinition<View>): PaperDefinition<View> {
  const { name, label } = definition;
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`paper «${name}»: the name must be words in kebab case`);
  if (!label.zh.trim() || !label.en.trim()) throw new Error(`paper «${name}»: the label must be given in zh and en`);
  return Object.freeze({ ...definition });
}
