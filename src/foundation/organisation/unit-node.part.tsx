import type { OutputOf } from '../api/web.ts';
import type { holders, tree } from './organisation.views.ts';

/** A unit as the tree gives it. */
export type UnitNode = OutputOf<typeof tree>['units'][number];
/** A post with one of its holders, or the gap. */
export type Holder = OutputOf<typeof holders>['holders'][number];
