import { openArchive } from '../../../foundation/exchange/index.ts';
import { problem } from '../../../kernel/problems.ts';
import { type ClauseTree, clauseTreeOf, MOST_CLAUSES, type TextBlock } from './clause-tree.rules.ts';
import { docxBlocks } from './docx.reader.ts';
import { htmlBlocks } from './html.reader.ts';
import { decoded, textBlocks } from './text.reader.ts';

/** What a plan weighs at most as a file, and unpacked: a text of 500 pages has some 2 MB. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED = 60 * 1024 * 1024;
const MOST_CHARACTERS = 4_000_000;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** The container of Word files before 2007. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

export type PlanTextFormat = 'docx' | 'html' | 'text';

/**
 * The clause tree of a plan's text, by its content and not by its name.
 * @throws `file.empty`, `plan_text.unreadable`, `plan_text.too_long`, `import.bomb`, `import.unreadable`
 */
export async function readPlanText(bytes: Buffer): Promise<ClauseTree & { format: PlanTextFormat }> {
  if (bytes.length === 0) throw problem('file.empty');
  const { format, blocks } = await blocksOf(bytes);
  const tree = clauseTreeOf(blocks);
  if (tree.clauses.length > MOST_CLAUSES) throw problem('plan_text.too_long', { limit: MOST_CLAUSES });
  if (tree.clauses.length === 0) throw problem('plan_text.unreadable', { reason: NOTHING });
  return { ...tree, format };
}

async function blocksOf(bytes: Buffer): Promise<{ format: PlanTextFormat; blocks: TextBlock[] }> {
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw problem('plan_text.unreadable', { reason: OLD });
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw problem('plan_text.unreadable', { reason: PDF });
  if (bytes.subarray(0, 4).equals(ZIP)) {
    const archive = await openArchive(bytes, MOST_UNPACKED);
    const document = await archive.text('word/document.xml');
    if (document === undefined) throw problem('plan_text.unreadable', { reason: NO_WORD });
    return { format: 'docx', blocks: docxBlocks(document, (await archive.text('word/styles.xml')) ?? '') };
  }
  const text = decoded(bytes);
  if (text.length > MOST_CHARACTERS) throw problem('plan_text.too_long', { limit: MOST_CLAUSES });
  if (/^\s*(?:<!doctype html|<html|<template|<div|<body|<\?xml)/i.test(text))
    return { format: 'html', blocks: htmlBlocks(text) };
  if (text.includes('\u0000')) throw problem('plan_text.unreadable', { reason: NOTHING });
  return { format: 'text', blocks: textBlocks(text) };
}

const NOTHING = { zh: '没有读到文字', en: 'there is no text in it' };
const OLD = {
  zh: '是 2007 年以前的 Word 格式，请另存为 DOCX',
  en: 'it is a Word file from before 2007; save it as DOCX',
};
const PDF = { zh: '是 PDF，请用 DOCX 或文本', en: 'it is a PDF; please use DOCX or text' };
const NO_WORD = { zh: '压缩包里没有 Word 正文', en: 'the archive holds no Word text' };
