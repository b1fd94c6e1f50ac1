import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { type Platform, readInput, runView } from '../api/index.ts';
import type { Viewer } from '../identity/define.ts';
import { targetsOf } from './columns.rules.ts';
import { makeImport, readImport } from './import.permissions.ts';
import { type ImportTarget, importTargets } from './import-target.ts';
import { problems, record } from './imports.views.ts';
import { receiveFile } from './receive-file.ts';
import { assertSmall, MOST_BYTES } from './stage.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LABEL = { zh: '导入文件', en: 'Import a file' };
const uploadQuery = z.object({
  register: z.string().max(60),
  name: z.string().min(1).max(200),
  /** Whose data they are: what was matched with what is remembered by it. */
  source: z.string().max(100).default(''),
});

/**
 * Bytes in and out: `POST /api/imports?register=expert&name=…&source=…` with the file as the body, `GET
 * /api/experts/template` (of whatever stands at `/experts`), `GET /api/imports/{id}/problems-sheet`. By hand because none of them is JSON.
 */
export function importRoutes(platform: Platform): (app: FastifyInstance) => void {
  return (app) => {
    for (const target of importTargets(platform.catalogue)) {
      app.get(`/api${target.path}/template`, { config: { may: target.keep } }, async (_request, reply) =>
        sheetReply(reply, `${target.label.zh}-模板`, await template(platform, target)),
      );
    }
    app.get<{ Params: { id: string } }>(
      '/api/imports/:id/problems-sheet',
      { config: { may: readImport } },
      async (request, reply) => {
        const id = request.params.id.toLowerCase();
        if (!isId(id)) throw problem('record.unknown', {}, 'id');
        const viewer = request.viewer as Viewer;
        const file = (await runView(platform, record, { id }, viewer)) as z.output<typeof record.output>;
        return sheetReply(reply, `${file.fileName}-有误`, await problemSheet(platform, id, viewer));
      },
    );
    void app.register(async (inner) => {
      // The body stays a stream: it is counted, hashed and written as it comes.
      inner.removeAllContentTypeParsers();
      inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      inner.post(
        '/api/imports',
        { config: { may: makeImport, acts: true }, bodyLimit: MOST_BYTES },
        async (request) => {
          const query = readInput(uploadQuery, request.query, LABEL) as z.output<typeof uploadQuery>;
          const viewer = request.viewer as Viewer;
          assertSmall(Number(request.headers['content-length'] ?? 0));
          const body = request.body instanceof Readable ? request.body : Readable.from([]);
          return receiveFile(platform, { ...query, body }, viewer);
        },
      );
    });
  };
}

function sheetReply(
  reply: { type(media: string): { header(name: string, value: string): { send(bytes: Buffer): unknown } } },
  name: string,
  bytes: Buffer,
) {
  const file = encodeURIComponent(`${name.replaceAll(/[\\/:*?"<>|]/g, '_')}.xlsx`);
  return reply.type(XLSX).header('content-disposition', `attachment; filename*=UTF-8''${file}`).send(bytes);
}

/** A sheet to be filled in: the heads, and beside it what may stand in the columns with a list of codes. */
async function template(platform: Platform, target: ImportTarget): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(target.label.zh, { views: [{ state: 'frozen', ySplit: 1 }] });
  const targets = targetsOf(target).filter(({ id }) => !id.includes('.'));
  const title = ({ field }: (typeof targets)[number]) =>
    field ? `${field.label.zh}${field.unit ? `（${field.unit.zh}）` : ''}` : '归属单位';
  page.columns = targets.map((one) => ({ header: title(one), width: Math.max(12, title(one).length * 2.4) }));
  page.getRow(1).font = { bold: true };
  const about = book.addWorksheet('填写说明');
  about.columns = [
    { header: '栏目', width: 20 },
    { header: '必填', width: 8 },
    { header: '可填内容', width: 90 },
  ];
  about.getRow(1).font = { bold: true };
  for (const one of targets) {
    const { field, isRequired } = one;
    const words = field?.options?.map(({ label }) => label.zh).join('、') ?? HINTS[field?.type ?? ''] ?? '';
    const to = platform.catalogue.registers.get(field?.refersTo ?? (field ? '' : 'unit'))?.label.zh;
    const key = field && field.label === target.knownBy ? '；按此栏识别已有记录' : '';
    about.addRow([title(one), isRequired ? '是' : '', `${to ? `「${to}」的名称或编号` : words}${key}`]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const HINTS: Readonly<Record<string, string>> = {
  day: '日期，如 2026-03-01',
  instant: '北京时间，如 2026-03-01 14:30',
  place: '经度, 纬度，如 116.187, 39.913',
  boolean: '是、否',
  phone: '手机或带区号的固话，一栏一个号码',
  list: '多项用顿号分开',
};

const PAGE = 5000;
const KINDS = { wrong: '有误', question: '待答复', doubt: '提示' } as const;

async function problemSheet(platform: Platform, id: string, viewer: Viewer): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('有误的行');
  page.columns = [
    { header: '行', width: 8 },
    { header: '栏目', width: 18 },
    { header: '原值', width: 36 },
    { header: '原因', width: 48 },
    { header: '类别', width: 10 },
  ];
  page.getRow(1).font = { bold: true };
  for (let offset = 0; ; offset += PAGE) {
    const { items } = (await runView(platform, problems, { id, offset, limit: PAGE }, viewer)) as z.output<
      typeof problems.output
    >;
    for (const { row, label, value, reason, kind } of items)
      page.addRow([row, label.zh, value ?? '', reason.zh, KINDS[kind]]);
    if (items.length < PAGE) return Buffer.from(await book.xlsx.writeBuffer());
  }
}
