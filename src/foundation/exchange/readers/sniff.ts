import { open } from 'node:fs/promises';
import { problem } from '../../../kernel/problems.ts';
import type { Format } from './define.ts';
import { directoryOf } from './zip-weight.ts';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const SQLITE = Buffer.from('SQLite format 3\0');
const SHP = Buffer.from([0x00, 0x00, 0x27, 0x0a]);
/** The container of Office files before 2007. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** What a file is, by its content; its name only tells text from text. @throws `file.empty`, `import.old_excel`, `import.format` */
export async function formatOf(path: string, name: string): Promise<Format> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(4096);
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw problem('file.empty');
    if (head.subarray(0, 4).equals(COMPOUND)) throw problem('import.old_excel');
    if (head.subarray(0, 4).equals(ZIP)) return await ofArchive(path);
    if (head.subarray(0, SQLITE.length).equals(SQLITE)) return 'geopackage';
    if (head.subarray(0, 4).equals(SHP)) throw problem('import.format', { reason: BARE });
    const text = head
      .subarray(0, bytesRead)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart();
    if (/\.(geo)?json$/i.test(name) || text.startsWith('{')) return 'geojson';
    if (/^<|^%PDF|^PK|^Rar!|^7z/.test(text)) throw problem('import.format', { reason: FOREIGN });
    return 'csv';
  } finally {
    await file.close();
  }
}

async function ofArchive(path: string): Promise<Format> {
  const names = (await directoryOf(path)).map(({ name }) => name.toLowerCase());
  if (names.some((name) => name.endsWith('.shp'))) return 'shapefile';
  if (names.some((name) => name.startsWith('xl/') || name === '[content_types].xml')) return 'xlsx';
  throw problem('import.format', { reason: NO_SHAPES });
}

const BARE = {
  zh: '请把同名的 .shp、.dbf、.prj 等文件压成一个 zip 再上传',
  en: 'put the .shp with its .dbf and .prj into one zip',
};
const NO_SHAPES = { zh: '压缩包里没有 .shp 文件', en: 'the archive holds no .shp' };
const FOREIGN = { zh: '内容是网页、PDF 或压缩包', en: 'its content is a web page, a PDF or an archive' };
