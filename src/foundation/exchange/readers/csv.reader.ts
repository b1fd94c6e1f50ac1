import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { problem } from '../../../kernel/problems.ts';
import type { ReadLimits, SourceRow } from './define.ts';

const PIECE = 256 * 1024;
/** A single cell larger than this is no cell: a quote was never closed. */
const MOST_OF_A_ROW = 1_000_000;

/** Rows of a CSV file, UTF-8 with or without a byte order mark, or GB18030 as Chinese spreadsheets save it. */
export async function* csvRows(path: string, limits: ReadLimits): AsyncGenerator<SourceRow> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MOST_OF_A_ROW,
  });
  const feeding = feed(path, encoding, parser);
  feeding.catch((error) => parser.destroy(error as Error));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > limits.columns)
        throw problem('import.too_wide', { count: cells.length, limit: limits.columns });
      yield { row, cells: cells.map((cell) => cell || null) };
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw problem('import.unreadable', { reason: UNCLOSED });
    throw error;
  }
  await feeding;
}

const UNCLOSED = { zh: '引号没有成对，无法分出各行', en: 'a quotation mark is never closed' };

async function feed(path: string, encoding: string, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    if (parser.destroyed) return;
    if (!parser.write(decoder.decode(piece as Buffer, { stream: true }))) {
      await new Promise<void>((resolve) => {
        const go = () => {
          parser.off('drain', go);
          parser.off('close', go);
          resolve();
        };
        parser.once('drain', go);
        parser.once('close', go);
      });
    }
  }
  if (!parser.destroyed) parser.end(decoder.decode());
}

/** Valid UTF-8 to the last byte, or else GB18030, which knows every byte that GBK and GB2312 know. @throws binary files */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    if ((piece as Buffer).includes(0)) throw problem('import.format', { reason: BINARY });
    if (!isUtf8) continue;
    try {
      decoder.decode(piece as Buffer, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  try {
    if (isUtf8) decoder.decode();
  } catch {
    isUtf8 = false;
  }
  return isUtf8 ? 'utf-8' : 'gb18030';
}

const BINARY = { zh: '内容不是文字', en: 'its content is not text' };

/** What stands most often in the first line, outside quotes. */
async function delimiterOf(path: string, encoding: string): Promise<string> {
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const [line = ''] = new TextDecoder(encoding).decode(piece as Buffer).split(/\r?\n/, 1);
    const bare = line.replaceAll(/"[^"]*"/g, '');
    const counted = [',', '\t', ';'].map((one) => ({ one, count: bare.split(one).length }));
    return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ',';
  }
  return ',';
}
