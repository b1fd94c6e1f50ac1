import { problem } from '../../kernel/problems.ts';
import { LOCAL_SYSTEM, type SourceSystem, sourceSystems } from '../geo/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { RowOf } from '../registers/define.ts';
import { makeImport } from './import.permissions.ts';
import { fileImport } from './import.register.ts';
import { type ImportTarget, importTarget } from './import-target.ts';
import { stagedFile } from './stage.ts';

export interface OpenImport {
  readonly row: RowOf<typeof fileImport>;
  readonly target: ImportTarget;
  readonly path: string;
  readonly mapping: readonly string[];
  readonly system: SourceSystem;
  /** Every system the file could be in, for judging whether the declared one fits. */
  readonly systems: readonly SourceSystem[];
}

/** What the jobs of an import work on. @throws `record.unknown`, `import.file_gone` */
export async function openImport(ctx: Pick<JobContext, 'read' | 'platform'>, importId: string): Promise<OpenImport> {
  const row = await ctx.read(makeImport, (read) => read.record(fileImport, importId));
  const target = importTarget(ctx.platform.catalogue, row.register);
  if (!target) throw problem('record.unknown', {}, 'register');
  const path = await stagedFile(ctx.platform.home, importId);
  const systems = await ctx.read(makeImport, async (read) =>
    sourceSystems(read.rules(LOCAL_SYSTEM, read.now).values, row.projection),
  );
  const system = systems.find(({ id }) => id === row.coordinateSystem);
  if (!system) throw problem('record.unknown', {}, 'coordinateSystem');
  return { row, target, path, mapping: row.mapping ?? [], system, systems };
}
