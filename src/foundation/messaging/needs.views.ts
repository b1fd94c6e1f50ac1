import { defineNeeds, MOST_NEEDS } from '../needs/define.ts';
import { labelOf } from '../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from './channels/names.rules.ts';
import { unanswered } from './follow.views.ts';
import { waitingByHand } from './hand/by-hand.views.ts';
import { followMessage, tellByHand } from './message.permissions.ts';
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

const TELL = { zh: '通知并登记', en: 'Tell, and enter it' };

/** What television, radio, fax, vans and people at doors have to tell. */
export const lettersByHand = defineNeeds('letter_by_hand', {
  order: 42,
  may: tellByHand,
  topics: ['message'],
  async run(ctx) {
    const rows = await waitingByHand(ctx, MOST_NEEDS);
    return rows.map(({ id, channel, headingZh, headingEn, mark, personName, unitName, queuedAt }) => {
      const by = labelOf(CHANNEL_CHOICES, channel);
      return {
        id,
        about: `delivery/${id}`,
        title: marked(mark, { zh: `${by.zh}通知：${headingZh}`, en: `Tell by hand (${by.en}): ${headingEn}` }),
        who: `${unitName}${personName}`,
        isMine: false,
        dueAt: queuedAt,
        mark,
        matterId: null,
        place: null,
        to: '/manual-deliveries',
        act: TELL,
      };
    });
  },
});
