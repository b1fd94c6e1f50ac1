import type { ReadContext } from '../api/context.ts';
import type { PaperBlock } from '../documents/define.ts';

/** The whole file of a record as the blocks of a paper: a heading for each section, in their order. */
export async function dossierOf(ctx: ReadContext, register: string, id: string): Promise<PaperBlock[]> {
  const blocks: PaperBlock[] = [];
  for (const section of ctx.catalogue.dossierSections) {
    if (section.of !== register || !ctx.holds(section.may)) continue;
    const own = await section.run(ctx, id);
    blocks.push({ kind: 'heading', level: 1, text: section.label.zh });
    blocks.push(...(own.length > 0 ? own : [{ kind: 'paragraph' as const, text: '无。' }]));
  }
  return blocks;
}
