import { reaction } from '../../foundation/timeline/define.ts';
import { leaveShelter } from './evacuation-doors.commands.ts';

/** A household is home: the shelter it was checked in at counts it no more. */
export const onHome = reaction('evacuation.on_home', ['evacuation_household.home'], (ctx, fact) =>
  leaveShelter(ctx, fact.subjectId),
);
