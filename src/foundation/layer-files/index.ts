import { capability } from '../api/define.ts';
import { take } from './layer-files.commands.ts';

export { layerFileRoutes } from './layer-files.routes.ts';

/** Map files of others as layers of the catalogue. */
export const layerFiles = capability({
  name: 'layer-files',
  label: { zh: '矢量图层文件', en: 'Files of layers' },
  commands: [take],
});
