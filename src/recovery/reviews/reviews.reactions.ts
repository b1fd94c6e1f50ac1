import { reaction } from '../../foundation/timeline/define.ts';
import { fallDue, putOff } from './reviews.commands.ts';

/** 办结: by rule a review is due, with a clock from that moment. */
export const onClosed = reaction('reviews.on_incident_closed', ['incident.closed'], (ctx, fact) =>
  fallDue(ctx, fact.subjectId, fact.happenedAt),
);

export const onReopened = reaction('reviews.on_incident_reopened', ['incident.reopened'], (ctx, fact) =>
  putOff(ctx, fact.subjectId),
);
