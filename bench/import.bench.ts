import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { signIn } from '../tests/support/server-process.ts';
import { type Figure, percentile } from './machine.ts';
import { onStand, type Stand } from './stand.ts';

const ROWS = 50_000;
const WRONG = 37;
const HEAD = ['姓名', '专业领域', '工作单位', '职称', '专长', '电话', '可随时到场', '常驻位置', '聘任日期', '聘期截止'];
const WAITS_MS = 40;

/** 50,000 rows of ten columns with 37 wrong ones, from the upload to the last record, while somebody else works. */
export async function imports(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fengsui-bench-sheet-'));
  try {
    const path = join(folder, 'experts.xlsx');
    await sheet(path);
    const server = await onStand('server', (stand) => measure(stand, path));
    const embedded = await onStand('embedded', (stand) => measure(stand, path));
    const raw = await onStand('server', (stand) => bare(stand, path));
    return [
      { what: 'import of 50,000 × 10, upload to last record (PostgreSQL)', value: server.seconds, unit: 's', most: 12 },
      { what: 'of it checking', value: server.checking, unit: 's' },
      { what: 'wrong rows named of 37', value: server.wrong, unit: '', least: WRONG, most: WRONG },
      { what: 'memory of the server, growth', value: server.megabytes, unit: 'MB', most: 400 },
      { what: 'a list asked by somebody else meanwhile, p99 against before', value: server.slower, unit: '×', most: 2 },
      { what: 'raw: exceljs reads the sheet, bulk inserts write it as text', value: raw, unit: 's' },
      { what: 'ratio to the raw limit', value: server.seconds / raw, unit: '×' },
      { what: 'the same import (embedded)', value: embedded.seconds, unit: 's' },
      { what: 'memory of the server, growth (embedded)', value: embedded.megabytes, unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function sheet(path: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const page = book.addWorksheet('专家');
  page.addRow(HEAD).commit();
  for (let row = 1; row <= ROWS; row += 1) page.addRow(cellsOf(row)).commit();
  page.commit();
  await book.commit();
}

function cellsOf(row: number): (string | Date)[] {
  const isWrong = row % Math.floor(ROWS / WRONG) === 0 && row / Math.floor(ROWS / WRONG) <= WRONG;
  return [
    `专家${row}`,
    isWrong ? '炼金术' : '水利、地质',
    `第${row % 300}研究院`,
    '正高级',
    '防汛抢险与堤坝',
    `139${String(row).padStart(8, '0')}`,
    '是',
    `${(116.1 + (row % 1000) / 10_000).toFixed(5)}, ${(39.88 + (row % 700) / 10_000).toFixed(5)}`,
    new Date(Date.UTC(2025, 0, 1)),
    '2028-12-31',
  ];
}

interface Shown {
  state: string;
  mapping: string[];
  wrongCount: number;
  createdCount: number;
}

async function measure({ server }: Stand, path: string) {
  const [cookie, other] = [await signIn(server.url, 'zhiban'), await signIn(server.url, 'daiban')];
  const ask = async <T>(address: string, options: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${server.url}${address}`, { ...options, headers: { cookie, ...options.headers } });
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const command = (name: string, id: string, input: object) =>
    ask(`/api/imports/${id}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
      body: JSON.stringify(input),
    });
  const look = (id: string) => ask<Shown>(`/api/imports/${id}`);
  const until = async (id: string, state: string) => {
    for (;;) {
      const shown = await look(id);
      if (shown.state === state) return shown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const quiet = await bystander(server.url, other, async () => new Promise((resolve) => setTimeout(resolve, 5000)));
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]) / 1024;
  const before = memory();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, memory());
  }, 50);
  let checking = 0;
  let shown: Shown | undefined;
  const began = performance.now();
  const busy = await bystander(server.url, other, async () => {
    const { id } = await ask<{ id: string }>('/api/imports?register=expert&name=experts.xlsx&source=bench', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: await readFile(path),
    });
    const { mapping } = await look(id);
    await command('check', id, { mapping, coordinateSystem: 'cgcs2000', known: 'update' });
    await until(id, 'checked');
    checking = (performance.now() - began) / 1000;
    await command('write', id, {});
    shown = await until(id, 'written');
  });
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watching);
  if (shown?.createdCount !== ROWS - WRONG) throw new Error(`${shown?.createdCount} of ${ROWS - WRONG} were written`);
  const slower = percentile(busy, 0.99) / percentile(quiet, 0.99);
  return { seconds, checking, wrong: shown.wrongCount, megabytes: most - before, slower };
}

/** Somebody who looks at incidents again and again while something goes on; how long each look took. */
async function bystander(url: string, cookie: string, meanwhile: () => Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const times: number[] = [];
  const looking = (async () => {
    while (!isOver) {
      const began = performance.now();
      const answer = await fetch(`${url}/api/incidents`, { headers: { cookie } });
      await answer.arrayBuffer();
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, WAITS_MS));
    }
  })();
  await meanwhile();
  isOver = true;
  await looking;
  return times;
}

/** What the same machine does at best: the same sheet read by the same library, its cells copied as text. */
async function bare({ databaseUrl }: Stand, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create table raw_sheet (${HEAD.map((_, at) => `c${at} text`).join(', ')})`);
  const began = performance.now();
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'emit',
  });
  const rows: string[][] = [];
  for await (const page of reader) {
    for await (const row of page as unknown as AsyncIterable<ExcelJS.Row>) {
      rows.push(
        (row.values as unknown[])
          .slice(1)
          .map((value) => (value instanceof Date ? value.toISOString() : String(value))),
      );
    }
  }
  // One array a column and statement: as fast as COPY for text, without another package.
  for (let from = 0; from < rows.length; from += 5000) {
    const columns = HEAD.map((_, at) => rows.slice(from, from + 5000).map((row) => row[at] ?? ''));
    await client.query(
      `insert into raw_sheet select * from unnest(${HEAD.map((_, at) => `$${at + 1}::text[]`).join(', ')})`,
      columns,
    );
  }
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return seconds;
}
