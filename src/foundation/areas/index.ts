import { capability } from '../api/define.ts';
import { defineSearch } from '../search/define.ts';
import { area } from './area.register.ts';
import { define, defineAreaPermission } from './areas.commands.ts';
import { at, list, map } from './areas.views.ts';

export { areaOf, areasOf, codeOf, OUTSIDE } from './areas.ts';
export { streetsWithin } from './streets-within.ts';

export const areas = capability({
  name: 'areas',
  label: { zh: '行政区域', en: 'Areas' },
  searches: [defineSearch(area, { words: ['code'] })],
  registers: [area],
  permissions: [defineAreaPermission],
  commands: [define],
  views: [map, at, list],
});
