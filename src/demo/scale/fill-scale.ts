import { Readable } from 'node:stream';
import { execute, type Platform } from '../../foundation/api/index.ts';
import { receiveFile } from '../../foundation/exchange/index.ts';
import type { Viewer } from '../../foundation/identity/define.ts';
import { viewerFor } from '../../foundation/identity/index.ts';
import type { Polygon } from '../../kernel/geometry.ts';
import { newId } from '../../kernel/ids.ts';
import { sheetText } from '../../kernel/sheet.ts';
import { look } from '../look.ts';
import { openDemo } from '../start.ts';
import { type Scale, type ScaleSheet, scaleSheets } from './sheets.ts';

/** The import by which a sheet's part is recognised when a filling goes on. */
const SOURCE = '真实规模演示';
/** The duty officer of the demo: whoever keeps every register of the ground. */
const KEEPER = 'zhiban';
const ROWS_OF_A_FILE = 100_000;
const LOOK_AGAIN_MS = 250;

interface Part {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly source: string;
  readonly createdCount: number | null;
  readonly wrongCount: number | null;
}

export interface Filling {
  readonly scale: Scale;
  readonly boundary?: readonly Polygon[];
  /** One line for people about what was done. */
  say(line: string): void;
}

/**
 * Fills the demo district to true scale with invented people and firms, by the import that a user has: every row is checked, sealed, told
 * of by facts and found by the search. A filling that was ended goes on where it was: parts that are written stay, one on its way is waited for.
 */
export async function fillScale(platform: Platform, { scale, boundary, say }: Filling): Promise<void> {
  await openDemo(platform, say);
  const viewer = await keeper(platform);
  const units = await unitsByArea(platform);
  const unitOf = (code: string) => units.get(code) ?? units.get(code.slice(0, 9)) ?? '';
  const sheets = scaleSheets({ scale, boundary, unitOf, now: platform.clock.now() });
  for (const sheet of sheets) {
    const began = performance.now();
    let [created, wrong] = [0, 0];
    for (let from = 0; from < sheet.count; from += ROWS_OF_A_FILE) {
      const part = await fillPart(platform, viewer, sheet, from);
      created += part.createdCount ?? 0;
      wrong += part.wrongCount ?? 0;
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(
      `${sheet.register}: ${created} 条已写入 records written${wrong > 0 ? `, ${wrong} 行有误 rows wrong` : ''}, ${seconds} s`,
    );
  }
}

async function fillPart(platform: Platform, viewer: Viewer, sheet: ScaleSheet, from: number): Promise<Part> {
  const until = Math.min(sheet.count, from + ROWS_OF_A_FILE);
  const name = `${sheet.register}-${from + 1}-${until}.csv`;
  const see = <Output>(view: string, input: object) => look<Output>(platform, view, input, viewer);
  const act = (command: string, input: object) => execute(platform, { id: newId(), name: command, input }, viewer);
  const { items } = await see<{ items: Part[] }>('imports.list', {});
  const known = items.find((one) => one.source === SOURCE && one.fileName === name && one.state !== 'abandoned');
  const { id } = known ?? (await receiveFile(platform, fileOf(sheet, name, from, until), viewer));
  const reached = async (...states: string[]): Promise<Part> => {
    for (;;) {
      const part = await see<Part>('imports.record', { id });
      if (states.includes(part.state)) return part;
      if (part.state === 'abandoned') throw new Error(`${name} was given up`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  const { state, mapping } = await see<Part & { mapping: string[] }>('imports.record', { id });
  if (state === 'received') await act('imports.check', { id, mapping, coordinateSystem: 'cgcs2000', known: 'skip' });
  const checked = await reached('checked', 'writing', 'written');
  if (checked.state === 'checked') await act('imports.write', { id });
  return reached('written');
}

function fileOf({ register, head, row }: ScaleSheet, name: string, from: number, until: number) {
  function* lines() {
    yield Buffer.from(sheetText(undefined, [head]));
    for (let number = from; number < until; number += 1) {
      yield Buffer.from(sheetText(undefined, [row(number)]));
    }
  }
  return { register, name, source: SOURCE, body: Readable.from(lines()) };
}

async function keeper(platform: Platform): Promise<Viewer> {
  const { items } = await look<{ items: { username: string; personId: string }[] }>(platform, 'accounts.list', {
    q: KEEPER,
  });
  const personId = items.find(({ username }) => username === KEEPER)?.personId;
  if (!personId) throw new Error('this is no demo district: its duty officer is not there');
  return viewerFor(platform, { personId, hatId: null });
}

async function unitsByArea(platform: Platform): Promise<Map<string, string>> {
  const { units } = await look<{ units: { id: string; kind: string; areaCode: string }[] }>(platform, 'units.tree');
  const isKeeper = ({ kind }: { kind: string }) => kind === 'street_office' || kind === 'community';
  return new Map(units.filter(isKeeper).map(({ id, areaCode }) => [areaCode, id]));
}
