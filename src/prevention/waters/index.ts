import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { floodPronePoints } from './flood-prone-point.register.ts';
import { pumpStations } from './pump-station.register.ts';
import { reservoirs } from './reservoir.register.ts';
import { daysSinceAppraisal } from './reservoirs.views.ts';
import { rivers } from './river.register.ts';
import { sunkenOverpasses } from './sunken-overpass.register.ts';

/** 河湖水库与防汛点位. */
export const waters = capability({
  name: 'waters',
  label: { zh: '河湖水库', en: 'Waters' },
  ...allOf(
    registerOperations(reservoirs, { compute: { daysSinceAppraisal } }),
    registerOperations(rivers),
    registerOperations(floodPronePoints),
    registerOperations(pumpStations),
    registerOperations(sunkenOverpasses),
  ),
});
