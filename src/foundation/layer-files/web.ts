/* The browser door: the catalogue of layers, and the way in for a file. */
import { webContribution } from '../design-system/web.ts';
import { registerScreens } from '../registers/web.ts';

export const layerFilesWeb = webContribution({
  name: 'layer-files',
  screens: [
    ...registerScreens('/catalogue-layers', {
      title: { zh: '图层目录', en: 'Catalogue of layers' },
      name: 'catalogue_layer',
      menu: { group: 'situation', order: 25 },
      without: ['duplicates', 'merge'],
      load: async () => (await import('../geo/layers/catalogue-layer.register.ts')).catalogueLayers,
    }),
    {
      path: '/layer-files/new',
      title: { zh: '上传图层文件', en: 'Upload a layer' },
      permission: 'catalogue_layer.keep',
      load: () => import('./NewLayerFile.screen.tsx'),
    },
    {
      path: '/thematic-layers/new',
      title: { zh: '按台账批量登记图层', en: 'Register layers of a register' },
      permission: 'catalogue_layer.keep',
      load: () => import('./NewThematicLayers.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'registers.views',
      name: 'layer-files.link',
      permission: 'catalogue_layer.keep',
      load: () => import('./LayerFileLink.part.tsx'),
    },
  ],
});
