/** The part of pdfmake 0.3 that papers use; the package ships no types of its own. */
declare module 'pdfmake' {
  export type PdfMargins = readonly [left: number, top: number, right: number, bottom: number];

  export interface PdfShape {
    type: 'line' | 'rect';
    x?: number;
    y?: number;
    w?: number;
    h?: number;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
    lineWidth?: number;
    lineColor?: string;
    color?: string;
  }

  export interface PdfTableLayout {
    hLineWidth: () => number;
    vLineWidth: () => number;
    paddingLeft: () => number;
    paddingRight: () => number;
    paddingTop: () => number;
    paddingBottom: () => number;
  }

  export interface PdfNode {
    text?: string;
    stack?: PdfNode[];
    canvas?: PdfShape[];
    image?: string;
    table?: { widths: number[]; headerRows?: number; heights?: number; body: PdfNode[][] };
    layout?: PdfTableLayout | 'noBorders';
    font?: string;
    fontSize?: number;
    lineHeight?: number;
    characterSpacing?: number;
    color?: string;
    alignment?: 'left' | 'center' | 'right';
    noWrap?: boolean;
    margin?: PdfMargins;
    width?: number;
    height?: number;
    unbreakable?: boolean;
    absolutePosition?: { x: number; y: number };
  }

  export interface PdfDefinition {
    pageSize: { width: number; height: number };
    pageMargins: PdfMargins;
    language?: string;
    displayTitle?: boolean;
    info?: { title?: string; author?: string; creator?: string; producer?: string; creationDate?: Date };
    defaultStyle?: PdfNode;
    header?: (page: number, pages: number) => PdfNode;
    footer?: (page: number, pages: number) => PdfNode;
    content: PdfNode[];
  }

  interface PdfMake {
    virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, content: Uint8Array): void };
    setFonts(fonts: Record<string, { normal: string }>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy(allow: (path: string) => boolean): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
  }

  const pdfmake: PdfMake;
  export default pdfmake;
}
