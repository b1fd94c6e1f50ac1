import { createHash } from 'node:crypto';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localTime } from '../../kernel/calendar.ts';

/** Another disk or a share by `FALLBACK_FOLDER`; beside the data where nobody said otherwise. */
export const fallbackFolder = (home: string): { path: string; isElsewhere: boolean } => {
  const elsewhere = process.env.FALLBACK_FOLDER;
  return { path: elsewhere ?? join(home, 'fallback'), isElsewhere: elsewhere !== undefined };
};

export const LATEST = 'latest.pdf';

/** `fengsui-20260611-1040.pdf`, in Beijing time. */
export function packName(at: Date): string {
  const { year, month, day, hour, minute, second } = localTime(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `fengsui-${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}${two(second)}.pdf`;
}

/** Writes a pack and makes it the latest; whoever prints in that moment gets a whole one, the old or the new. */
export async function keepFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const whole = join(folder, name);
  await writeFile(`${whole}.part`, bytes, { mode: 0o600 });
  await rename(`${whole}.part`, whole);
  await copyFile(whole, join(folder, `${LATEST}.part`));
  await rename(join(folder, `${LATEST}.part`), join(folder, LATEST));
  return createHash('sha256').update(bytes).digest('hex');
}

export const removeFile = (folder: string, name: string): Promise<void> => rm(join(folder, name), { force: true });
