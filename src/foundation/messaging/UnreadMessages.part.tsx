import { useEffect } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, doCommand, type OutputOf, useView } from '../api/web.ts';
import { Go, useSay } from '../design-system/web.ts';
import type { arrive } from './messages.commands.ts';
import type { inbox } from './messages.views.ts';

const UNREAD: Phrase = { zh: '消息 {count}', en: 'Messages {count}' };

/** How many messages wait; stands in the shell, so that whoever has the app open has also got what was sent. */
export default function UnreadMessages() {
  const say = useSay();
  const view = useView<typeof inbox>('messages.inbox', { unreadOnly: true });
  useArrivals(view.data);
  return <Go to="/messages">{say(UNREAD, { count: view.data?.unread ?? 0 })}</Go>;
}

/** Says that this screen has fetched the messages: from then on they count as delivered. */
export function useArrivals(data: OutputOf<typeof inbox> | undefined): void {
  const ids = data?.toConfirm.join(',') ?? '';
  useEffect(() => {
    if (ids === '') return;
    doCommand<typeof arrive>('messages.arrive', { messages: ids.split(',') }).catch((error: unknown) => {
      // Another tab was faster, or the line is down: the next answer of the inbox says what is still to confirm.
      if (!(error instanceof ApiProblem)) throw error;
    });
  }, [ids]);
}
