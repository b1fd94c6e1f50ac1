import { z } from 'zod';
import { openPersonal, readContext, systemViewer } from '../api/index.ts';
import { renderPaper } from '../documents/index.ts';
import { ANYBODY } from '../identity/define.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { CONTINUITY_RULES } from './continuity.rules.ts';
import type { FallbackTable } from './define.ts';
import { fallbackPaper } from './fallback-pack.document.ts';
import { fallbackFolder, keepFile, packName, removeFile } from './folder.ts';

const STAGE = { zh: '汇集资料', en: 'Gathering' };

/** Gathers every section, sets it as PDF, keeps it apart from the data, and removes packs that are too old. */
export const makeFallbackPack = defineJob('continuity.pack', {
  label: { zh: '生成备用资料包', en: 'Make the fallback pack' },
  input: z.object({}),
  everyMinutes: (rules, now) => rules(CONTINUITY_RULES, now).values.everyMinutes,
  async run({ platform, progress, command }) {
    const at = platform.clock.now();
    const { fallbackSections } = platform.catalogue;
    const sections: { title: string; tables: readonly FallbackTable[] }[] = [];
    for (const [index, section] of fallbackSections.entries()) {
      await progress({ done: index, total: fallbackSections.length, stage: STAGE });
      sections.push({ title: section.label.zh, tables: await tablesOf(platform, section) });
    }
    const paper = fallbackPaper.compose({ unitName: platform.installation.name, at, sections });
    const bytes = await renderPaper(paper, 'pdf');
    const { path } = fallbackFolder(platform.home);
    const fileName = packName(at);
    const sha256 = await keepFile(path, fileName, bytes);
    const rowCount = sections.reduce(
      (sum, { tables }) => sum + tables.reduce((all, { rows }) => all + rows.length, 0),
      0,
    );
    const made = { madeAt: at.toISOString(), fileName, sha256, size: bytes.length, rowCount };
    const { removed } = await command<{ removed: string[] }>('fallbackPacks.note', made, 'note');
    for (const name of removed) await removeFile(path, name);
    return { fileName, entries: rowCount, size: bytes.length };
  },
});

type Platform = JobContext['platform'];

/** One short read-only transaction a section. Contacts are opened here and lie nowhere but in the file. */
function tablesOf(
  platform: Platform,
  section: Platform['catalogue']['fallbackSections'][number],
): Promise<readonly FallbackTable[]> {
  return platform.database.transact(
    (tx) =>
      section.run({
        ...readContext(platform, tx, systemViewer, ANYBODY, platform.clock.now()),
        openContacts: (register, rows) => openPersonal(tx, platform.keys, register, rows, { unmasked: true }),
      }),
    { readOnly: true },
  );
}
