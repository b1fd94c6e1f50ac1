import type { Platform } from '../foundation/api/index.ts';
import { thematicLayers } from '../foundation/geo/index.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;

/** Of the registers that everybody looks at, one thematic layer for each value of their choices; a district adds its own. */
export async function seedLayers(run: Run, catalogue: Platform['catalogue'], ownerUnitId: string | undefined) {
  for (const layer of thematicLayers(catalogue)) {
    const providedBy = '区应急管理局（示例）';
    await run('catalogueLayers.register', { ...layer, ownerUnitId, providedBy, origin: '本平台台账' });
  }
}
