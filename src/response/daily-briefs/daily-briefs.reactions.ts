import { reaction } from '../../foundation/timeline/define.ts';
import { noteSigned } from './daily-briefs.commands.ts';

/** 签发: the paper of a day is signed. */
export const onSigned = reaction('daily_briefs.on_document_signed', ['official_document.signed'], async (ctx, fact) => {
  const subject = fact.concerns.find(({ register }) => register === 'daily_brief');
  if (subject) await noteSigned(ctx, subject.id);
});
