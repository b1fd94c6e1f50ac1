import { parentPort, workerData } from 'node:worker_threads';
import { Problem, problem } from '../../../kernel/problems.ts';
import type { Format, ReadAnswer, ReadLimits, ReadTask, SourceRow } from './define.ts';

// The thread that reads one file, so that neither its size nor its malice holds up anybody else. It hands rows over in
// pieces and waits for the word to go on; whoever started it ends it.
const port = parentPort;
if (!port) throw new Error('read-worker runs as a worker thread only');

type Read = (path: string, limits: ReadLimits) => AsyncGenerator<SourceRow>;

/** Loaded when it is needed: the library for workbooks alone takes longer to load than most files to read. */
const READERS: Readonly<Record<Format, () => Promise<Read>>> = {
  xlsx: async () => (await import('./xlsx.reader.ts')).xlsxRows,
  csv: async () => (await import('./csv.reader.ts')).csvRows,
  geojson: async () => (await import('./geojson.reader.ts')).geojsonRows,
  shapefile: async () => (await import('./shapefile.reader.ts')).shapefileRows,
  geopackage: async () => (await import('./geopackage.reader.ts')).geopackageRows,
};
/** The first piece is small: whoever only looks at the head need not wait for more. */
const FIRST = 30;
const PIECE = 500;

const { path, format, limits } = workerData as ReadTask;
const say = (answer: ReadAnswer) => port.postMessage(answer);
const toGoOn = () => new Promise((resolve) => port.once('message', resolve));

try {
  let rows: SourceRow[] = [];
  let isFirst = true;
  const read = await READERS[format]();
  for await (const row of read(path, limits)) {
    if (row.row > limits.rows + 1) throw problem('import.too_long', { limit: limits.rows });
    rows.push(row);
    if (rows.length < (isFirst ? FIRST : PIECE)) continue;
    isFirst = false;
    const going = toGoOn();
    say({ kind: 'rows', rows });
    rows = [];
    await going;
  }
  if (rows.length > 0) say({ kind: 'rows', rows });
  say({ kind: 'end' });
} catch (error) {
  const told = error instanceof Problem ? error : problem('import.unreadable', { reason: unknown() });
  say({ kind: 'problem', key: told.key, params: { ...told.params } });
}
port.close();

function unknown() {
  return { zh: '内容与格式不符', en: 'its content does not fit its format' };
}
