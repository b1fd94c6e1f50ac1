import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { officialTime, showTime } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { sheetText } from '../../kernel/sheet.ts';
import type { ReadContext } from '../api/context.ts';
import { TYPED } from '../api/define.ts';
import { execute, type Platform, readInput, runView } from '../api/index.ts';
import { routeOf } from '../api/routes.ts';
import { assertUntyped, bodyOf } from '../api/server.ts';
import type { Viewer } from '../identity/define.ts';
import type { Cell, FieldType, RegisterFaces } from './define.ts';
import { conditionInput, labelsOf, rowsFor } from './faces.views.ts';

const PAGE = 2000;
const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
} as const;

interface Sheet {
  readonly titles: readonly string[];
  /** All that fits, page by page, so that the memory it takes does not grow with the register. */
  rows(): AsyncIterable<{ cells: Cell[]; record: Record<string, unknown> }>;
}

/**
 * `GET /api/experts/sheet?format=xlsx&…`: everything that fits the conditions of the list, as far as the asking person
 * sees it, contacts masked. Bytes, so not a view; what was typed comes by POST all the same. Who took what away and when is
 * kept on that person's timeline, without the words that were looked for.
 */
export function sheetRoutes(app: FastifyInstance, platform: Platform): void {
  for (const faces of platform.catalogue.faces.values()) {
    const { register } = faces;
    const asked = conditionInput(faces).extend({ format: z.enum(['xlsx', 'csv', 'geojson']).default('xlsx') });
    const { path } = routeOf(`${register.plural}.sheet`, 'view', false);
    const config = { may: faces.read };
    const answer = async (given: object, request: FastifyRequest, reply: FastifyReply) => {
      const { format, ...conditions } = readInput(asked, given, register.label) as z.output<typeof asked>;
      const viewer = request.viewer as Viewer;
      const folder = await mkdtemp(join(tmpdir(), 'fengsui-sheet-'));
      const file = join(folder, `sheet.${format}`);
      reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }));
      const run = async (ctx: ReadContext) => {
        const sheet = sheetOf(ctx, faces, conditions);
        const words = [viewer.name, officialTime(ctx.now), JSON.stringify(conditions)];
        return WRITERS[format](file, faces, sheet, words);
      };
      const count = (await runView(platform, { may: faces.read, run }, {}, viewer)) as number;
      const noted = { ...conditions, ...(conditions[TYPED] ? { [TYPED]: '…' } : {}) };
      const input = { register: register.name, format, count, conditions: noted };
      await execute(platform, { id: newId(), name: 'registers.noteExport', input }, viewer);
      const stamp = showTime(platform.clock.now(), new Date(0)).replaceAll(/[: ]/g, '-');
      return reply
        .type(MEDIA[format])
        .header('content-length', (await stat(file)).size)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(`${register.label.zh}-${stamp}.${format}`)}`,
        )
        .send(createReadStream(file));
    };
    app.get(path, { config }, (request, reply) => {
      assertUntyped(request.query);
      return answer(textOf(request.query), request, reply);
    });
    app.post(path, { config }, (request, reply) => answer(bodyOf(request), request, reply));
  }
}

/** A query knows only text: what stands for true, false or a number is read as such. */
function textOf(query: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query as Record<string, string>).map(([name, text]) => [
      name,
      text === 'true' ? true : text === 'false' ? false : text,
    ]),
  );
}

function sheetOf(ctx: ReadContext, faces: RegisterFaces, conditions: Record<string, unknown>): Sheet {
  const { register, lifecycle } = faces;
  const names = [...new Set([...faces.sections.flatMap((section) => section.fields), ...Object.keys(faces.computed)])];
  const fields = names.map((name) => [name, (register.fields[name] ?? faces.computed[name]) as FieldType] as const);
  return {
    titles: [
      ...fields.map(([, { label, unit }]) => (unit ? `${label.zh}（${unit.zh}）` : label.zh)),
      ...['归属单位', '区域', '状态'],
    ],
    async *rows() {
      for (let offset = 0; ; offset += PAGE) {
        const page = await rowsFor(ctx, faces, { ...conditions, isDescending: false, offset, limit: PAGE });
        const labels = await labelsOf(ctx, register, page);
        for (const record of page) {
          const state = lifecycle.states[record.state as string];
          yield {
            record,
            cells: [
              ...fields.map(([name, field]) => cellOf(field, record[name], labels)),
              labels[record.ownerUnitId as string] ?? '',
              labels[record.areaCode as string] ?? (record.areaCode as string),
              state?.zh ?? '',
            ],
          };
        }
        if (page.length < PAGE) return;
      }
    },
  };
}

function cellOf(field: FieldType, value: unknown, labels: Readonly<Record<string, string>>): Cell {
  if (value === null || value === undefined) return null;
  if (field.refersTo) return labels[String(value)] ?? '';
  return field.toCell ? field.toCell(value) : field.show(value, 'zh');
}

type Writer = (file: string, faces: RegisterFaces, sheet: Sheet, words: readonly string[]) => Promise<number>;

const WRITERS: Readonly<Record<keyof typeof MEDIA, Writer>> = {
  async xlsx(file, { register }, sheet, [who, when, conditions]) {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
    const page = book.addWorksheet(register.label.zh, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = sheet.titles.map((title) => ({ width: Math.max(10, title.length * 2.4) }));
    const head = page.addRow(sheet.titles);
    head.font = { bold: true };
    head.commit();
    let count = 0;
    for await (const { cells } of sheet.rows()) {
      page.addRow(cells).commit();
      count += 1;
    }
    page.commit();
    const about = book.addWorksheet('说明');
    for (const row of [
      ['导出人', who],
      ['导出时间', when],
      ['条件', conditions],
      ['条数', count],
    ]) {
      about.addRow(row).commit();
    }
    about.commit();
    await book.commit();
    return count;
  },
  csv: (file, _faces, sheet) =>
    pour(file, async (write) => {
      await write(sheetText(sheet.titles, []));
      let count = 0;
      for await (const { cells } of sheet.rows()) {
        await write(sheetText(undefined, [cells.map(plain)]));
        count += 1;
      }
      return count;
    }),
  geojson: (file, { register }, sheet) =>
    pour(file, async (write) => {
      const placed = Object.entries(register.fields).find(([, field]) => field.geometry);
      await write(`{"type":"FeatureCollection","name":${JSON.stringify(register.plural)},"features":[`);
      let count = 0;
      for await (const { record, cells } of sheet.rows()) {
        const properties = Object.fromEntries(sheet.titles.map((title, index) => [title, cells[index]]));
        const value = placed && record[placed[0]];
        const geometry = value ? placed[1].geometry?.(value) : null;
        await write(
          `${count > 0 ? ',\n' : '\n'}${JSON.stringify({ type: 'Feature', id: record.id, geometry, properties })}`,
        );
        count += 1;
      }
      await write('\n]}\n');
      return count;
    }),
};

const plain = (cell: Cell): string | number | null =>
  cell instanceof Date
    ? cell
        .toISOString()
        .slice(0, cell.getTime() % 86_400_000 === 0 ? 10 : 19)
        .replace('T', ' ')
    : (cell as string | number | null);

const GATHERED = 64 * 1024;

/** Writes a text file in large pieces. */
async function pour(file: string, work: (write: (text: string) => Promise<void>) => Promise<number>): Promise<number> {
  const handle = await open(file, 'w');
  try {
    let gathered = '';
    const count = await work(async (text) => {
      gathered += text;
      if (gathered.length < GATHERED) return;
      const full = gathered;
      gathered = '';
      await handle.write(full);
    });
    await handle.write(gathered);
    return count;
  } finally {
    await handle.close();
  }
}
