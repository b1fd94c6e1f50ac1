import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { judgeDisplay, judgeScene } from './judge-wall.ts';
import { wallDisplays as displayFaces } from './wall-display.register.ts';
import { mine, programme } from './wall-displays.views.ts';
import { wallScenes } from './wall-scene.register.ts';

const operations = allOf(
  registerOperations(displayFaces, { judge: judgeDisplay }),
  registerOperations(wallScenes, { judge: judgeScene }),
);

/** 大屏: what the hall sees on its wall, in turn, under a session that does nothing. */
export const wallDisplays = capability({
  name: 'wall-displays',
  label: { zh: '大屏', en: 'Walls' },
  ...operations,
  views: [...operations.views, programme, mine],
});
