import { capability } from '../api/define.ts';
import { drill, make, note, take } from './continuity.commands.ts';
import { drillRestore, keepPack, makePack, readPack } from './continuity.permissions.ts';
import { CONTINUITY_RULES } from './continuity.rules.ts';
import { drills, list } from './continuity.views.ts';
import { makeFallbackPack } from './fallback-pack.job.ts';
import { fallbackPack } from './fallback-pack.register.ts';
import { restoreDrill } from './restore-drill.job.ts';

export { continuityRoutes } from './continuity.routes.ts';
export { defineFallbackSection, type FallbackSection, type FallbackTable } from './define.ts';
export { type Drill, drillRestoring } from './drill-restoring.ts';

export const continuity = capability({
  name: 'continuity',
  label: { zh: '运行保障', en: 'Continuity' },
  registers: [fallbackPack],
  permissions: [readPack, makePack, keepPack, drillRestore],
  commands: [make, note, take, drill],
  views: [list, drills],
  jobs: [makeFallbackPack, restoreDrill],
  ruleSets: [CONTINUITY_RULES],
  facts: { 'fallback_pack.made': { zh: '生成备用资料包', en: 'Fallback pack made' } },
});
