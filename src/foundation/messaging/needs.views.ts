import { defineNeeds } from '../needs/define.ts';
import { unanswered } from './follow.views.ts';
import { followMessage } from './message.permissions.ts';
import { marked } from './message.rules.ts';

const OPEN = { zh: '查看', en: 'Open' };
const TAKE = {
  label: { zh: '我来落实', en: 'I see to it' },
  done: { zh: '已接手，请电话或当面落实', en: 'It is yours now: please call or go there' },
};

/** Messages that nobody answered on any step and that a named human has now. */
export const unansweredMessages = defineNeeds('message', {
  order: 40,
  may: followMessage,
  topics: ['message'],
  async run(ctx) {
    const rows = await unanswered(ctx);
    return rows.map(({ ladderId, messageId, headingZh, headingEn, mark, subjectId, since, human, isMine }) => ({
      id: ladderId,
      about: `ladder/${ladderId}`,
      title: marked(mark, { zh: `未应答：${headingZh}`, en: `Unanswered: ${headingEn}` }),
      who: human,
      isMine,
      dueAt: since,
      mark,
      matterId: subjectId,
      place: null,
      to: `/messages/${messageId}`,
      act: OPEN,
      ...(isMine ? { command: { name: 'messages.takeOver', ...TAKE, input: { id: messageId, ladderId } } } : {}),
    }));
  },
});
