import { capability } from '../../foundation/api/define.ts';
import { leaderPage } from './leader-page.views.ts';
import { notHandedOver, withoutResponse } from './needs.views.ts';
import { seeLeaderPage, seeSituation } from './situation.permissions.ts';
import { situation } from './situation.views.ts';

/** 态势: the room's first screen and the leaders' page; every capability contributes what waits for somebody (`needs`). */
export { situation };

export const situationRoom = capability({
  name: 'situation',
  label: { zh: '态势', en: 'Situation' },
  permissions: [seeSituation, seeLeaderPage],
  views: [situation, leaderPage],
  needs: [notHandedOver, withoutResponse],
});
