import { problem } from '../../../kernel/problems.ts';
import { grantsOf, SIGNED_IN, type Viewer } from '../../identity/define.ts';
import type { Layer } from '../layer.rules.ts';

/** A layer that the viewer may read; what one may not read does not exist. @throws `record.unknown` */
export function readable(layer: Layer | undefined, viewer: Viewer): Layer {
  if (!layer || (!viewer.isSystem && layer.read !== SIGNED_IN && grantsOf(layer.read, viewer.hats).length === 0))
    throw problem('record.unknown');
  return layer;
}
