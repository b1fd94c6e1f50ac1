export {
  definePaper,
  type FigureBlock,
  type HeadingBlock,
  type OfficialPaper,
  type PaperBlock,
  type PaperDefinition,
  type PaperFormat,
  type PaperMark,
  type PaperUrgency,
  type ParagraphBlock,
  type TableBlock,
} from './define.ts';
export { attachmentHeader, CONTENT_TYPES, paperFileName, safeFileName } from './file-name.ts';
export { paperHtml } from './html.ts';
export { closePaperRenderer, renderPaper } from './render-paper.ts';
export { sendPaper } from './send-paper.ts';
