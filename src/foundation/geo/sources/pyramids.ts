import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { problem } from '../../../kernel/problems.ts';
import { fileStore } from '../../files/index.ts';
import type { TileFacts } from '../layers/tile-facts.rules.ts';
import type { Conversion, Converted } from './mbtiles-worker.ts';

/** SQLite is read in memory. */
const MOST_MBTILES = 200 * 1024 * 1024;
const MOST_MS = 120_000;

/**
 * Where the PMTiles of an uploaded file lies: the file itself, or what an MBTiles was turned into, made when it is first asked for
 * and kept beside the store. @throws `map.archive_broken`
 */
export function pyramids(
  home: string,
  mostMs = MOST_MS,
): (sha256: string, archive: TileFacts['archive']) => Promise<string> {
  const store = fileStore(home);
  const making = new Map<string, Promise<string>>();

  async function make(sha256: string, path: string): Promise<string> {
    if (await isThere(path)) return path;
    const from = store.pathOf(sha256);
    const { size } = await stat(from);
    if (size > MOST_MBTILES) throw problem('map.archive_broken', { reason: TOO_LARGE });
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    try {
      await convert({ from, to: temporary }, mostMs);
      await rename(temporary, path);
      return path;
    } finally {
      for (const left of [temporary, `${temporary}.data`]) await rm(left, { force: true });
    }
  }

  return async (sha256, archive) => {
    if (archive === 'pmtiles') return store.pathOf(sha256);
    const path = join(home, 'files', 'pyramids', `${sha256}.pmtiles`);
    const made = making.get(path) ?? make(sha256, path).finally(() => making.delete(path));
    making.set(path, made);
    return made;
  };
}

async function convert(conversion: Conversion, mostMs: number): Promise<void> {
  const thread = new Worker(new URL('./mbtiles-worker.ts', import.meta.url), { workerData: conversion });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const told = await new Promise<Converted>((resolve, reject) => {
      timer = setTimeout(() => resolve({ reason: TOO_LONG }), mostMs);
      thread.on('message', resolve);
      thread.on('error', reject);
      thread.on('exit', () => resolve({ reason: ENDED }));
    });
    if (told.reason) throw problem('map.archive_broken', { reason: told.reason });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

const TOO_LARGE = {
  zh: 'MBTiles 不超过 200 MB；更大的请先转成 PMTiles（pmtiles convert）',
  en: 'an MBTiles has at most 200 MB; turn a larger one into PMTiles first (pmtiles convert)',
};
const TOO_LONG = { zh: '两分钟内未能读完', en: 'it could not be read within two minutes' };
const ENDED = { zh: '读取中断', en: 'reading broke off' };

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
