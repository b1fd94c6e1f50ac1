import type { Readable } from 'node:stream';
import { newId } from '../../kernel/ids.ts';
import { problem } from '../../kernel/problems.ts';
import { execute, type Platform } from '../api/index.ts';
import { grantsOf, type Viewer } from '../identity/define.ts';
import { importTarget } from './import-target.ts';
import { inspect } from './inspect.ts';
import { formatOf } from './readers/sniff.ts';
import { stage, stagedPath, unstage } from './stage.ts';

/** A file on its way in, and into what. */
export interface GivenFile {
  readonly register: string;
  readonly name: string;
  readonly source: string;
  readonly body: Readable;
}

/** Takes a file in and reads its head: the first step of an import. @returns the import @throws `import.…` in words */
export async function receiveFile(
  platform: Platform,
  { register, name: fileName, source, body }: GivenFile,
  viewer: Viewer,
): Promise<{ id: string }> {
  const target = importTarget(platform.catalogue, register);
  if (!target || grantsOf(target.keep, viewer.hats).length === 0) throw problem('record.unknown', {}, 'register');
  const id = newId();
  const stored = await stage(platform.home, id, body);
  try {
    const path = stagedPath(platform.home, id);
    const format = await formatOf(path, fileName);
    const head = await inspect(path, format, target);
    const input = { register, source, fileName, format, ...stored, ...head };
    const { output } = await execute(platform, { id, name: 'imports.receive', input }, viewer);
    return output as { id: string };
  } catch (error) {
    await unstage(platform.home, id);
    throw error;
  }
}
