import { problem } from '../../kernel/problems.ts';
import type { CoordinateSystem } from '../geo/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { RegisterFaces, RowOf } from '../registers/define.ts';
import { makeImport } from './import.permissions.ts';
import { fileImport } from './import.register.ts';
import { stagedFile } from './stage.ts';

export interface OpenImport {
  readonly row: RowOf<typeof fileImport>;
  readonly faces: RegisterFaces;
  readonly path: string;
  readonly mapping: readonly string[];
  readonly system: CoordinateSystem;
}

/** What the jobs of an import work on. @throws `record.unknown`, `import.file_gone` */
export async function openImport(ctx: Pick<JobContext, 'read' | 'platform'>, importId: string): Promise<OpenImport> {
  const row = await ctx.read(makeImport, (read) => read.record(fileImport, importId));
  const faces = ctx.platform.catalogue.faces.get(row.register);
  if (!faces) throw problem('record.unknown', {}, 'register');
  const path = await stagedFile(ctx.platform.home, importId);
  return { row, faces, path, mapping: row.mapping ?? [], system: row.coordinateSystem as CoordinateSystem };
}
