import type { Platform } from '../foundation/api/index.ts';
import { partedLayers } from '../foundation/geo/index.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;

/**
 * Of the registers that everybody looks at, one thematic layer for each value of their choices, in the district and in every street: as
 * many as the plan of a district counts. A district adds its own.
 */
export async function seedLayers(run: Run, catalogue: Platform['catalogue'], ownerUnitId: string | undefined) {
  for (const { id } of partedLayers(catalogue)) {
    const providedBy = '区应急管理局（示例）';
    await run('catalogueLayers.registerThematic', { sourceLayer: id, byStreet: true, ownerUnitId, providedBy });
  }
}
