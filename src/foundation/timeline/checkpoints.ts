import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSameBytes } from '../personal-data/same-bytes.ts';

/** Where the chain stood: kept outside the database, so that a cut tail is found. */
export interface Checkpoint {
  readonly position: number;
  readonly hash: string;
  readonly at: string;
}

const EVERY = 1000;

/** Writes the last head after every sealed batch, and keeps one checkpoint per thousand entries for ever. */
export function checkpointStore(home: string, key: Uint8Array) {
  const folder = join(home, 'timeline');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const headPath = join(folder, 'head.json');
  const historyPath = join(folder, 'checkpoints.jsonl');
  let lastKept = 0;

  return {
    /** Not at once with another one: the sealer writes one after the other. */
    async write(checkpoint: Checkpoint): Promise<void> {
      const line = JSON.stringify({ ...checkpoint, mac: macOf(key, checkpoint) });
      await writeFile(`${headPath}.new`, line, { mode: 0o600, flush: true });
      await rename(`${headPath}.new`, headPath);
      if (checkpoint.position - lastKept >= EVERY) {
        await appendFile(historyPath, `${line}\n`, { mode: 0o600 });
        lastKept = checkpoint.position;
      }
    },
    /** Checkpoints in order, the head last. A line whose MAC is wrong is reported, not skipped. */
    read(): { checkpoints: Checkpoint[]; forged: number } {
      const lines = [historyPath, headPath].flatMap((path) =>
        existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [],
      );
      const checkpoints: Checkpoint[] = [];
      let forged = 0;
      for (const line of lines) {
        const { mac, ...checkpoint } = JSON.parse(line) as Checkpoint & { mac: string };
        const expected = Buffer.from(macOf(key, checkpoint), 'hex');
        const given = Buffer.from(mac, 'hex');
        if (isSameBytes(given, expected)) checkpoints.push(checkpoint);
        else forged += 1;
      }
      return { checkpoints, forged };
    },
  };
}

function macOf(key: Uint8Array, { position, hash, at }: Checkpoint): string {
  return createHmac('sm3', key).update(`${position}|${hash}|${at}`).digest('hex');
}
