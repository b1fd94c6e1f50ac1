import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SHEET } from './sheet.ts';

const PACKAGES = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils' };

/** Runs a program of the office; without it the test fails and names the Debian package. */
function runTool(tool: keyof typeof PACKAGES, args: readonly string[]): string {
  try {
    return execFileSync(tool, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 90_000,
      maxBuffer: 1e8,
    });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new Error(`${tool} is not installed (Debian package ${PACKAGES[tool]})`) : error;
  }
}

/** A folder for one use. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens papers in LibreOffice and saves them in another format, all in one run of it. */
export function convertInOffice(papers: readonly Uint8Array[], format: 'pdf' | 'txt'): Buffer[] {
  return inFolder((folder) => {
    const files = papers.map((_, index) => join(folder, `${index}.docx`));
    for (const [index, paper] of papers.entries()) writeFileSync(files[index] as string, paper);
    const filter = format === 'txt' ? 'txt:Text (encoded):UTF8' : 'pdf';
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    runTool('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files]);
    return papers.map((_, index) => readFileSync(join(folder, `${index}.${format}`)));
  });
}

export interface Word {
  readonly text: string;
  /** Points from the upper left corner of the page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** All text of the page without spaces: lines break anywhere in Chinese. */
  readonly text: string;
}

/** What a reader finds on the pages of a PDF, by poppler. `text` runs through the type areas, without spaces. */
export function readPdf(pdf: Uint8Array): { pages: Page[]; text: string; info: string } {
  return inFolder((folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const pages = runTool('pdftotext', ['-bbox', file, '-'])
      .split('<page ')
      .slice(1)
      .map((page) => {
        const words = [...page.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
          text: decoded(text ?? ''),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }));
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
        const text = words.map((word) => word.text).join('');
        return { width: Number(width), height: Number(height), words, text };
      });
    const text = pages.flatMap((page) => typeAreaWords(page).map((word) => word.text)).join('');
    return { pages, text, info: runTool('pdfinfo', [file]) };
  });
}

/** Words without those of the margins: band and page number. */
export const typeAreaWords = (page: Page): Word[] =>
  page.words.filter((word) => word.top > SHEET.top - 10 && word.top < SHEET.top + SHEET.textHeight);

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

export const unspaced = (text: string) => text.replace(/\s/gu, '');
