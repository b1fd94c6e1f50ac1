import type { Phrase } from '../../kernel/phrases.ts';
import { useView } from '../api/web.ts';
import { Go, usePath, useSay } from '../design-system/web.ts';
import type { inbox } from './messages.views.ts';
import { useArrivals } from './UnreadMessages.part.tsx';

const NONE: Phrase = { zh: '消息', en: 'Messages' };
const UNREAD: Phrase = { zh: '消息 {count}', en: 'Messages {count}' };

/** The way to the messages under the thumb, with how many are unread; on every page of the phone they arrive here. */
export default function ThumbMessages() {
  const say = useSay();
  const path = usePath();
  const view = useView<typeof inbox>('messages.inbox', { unreadOnly: true });
  useArrivals(view.data);
  const count = view.data?.unread ?? 0;
  return (
    <Go to="/messages" className="button" aria-current={path === '/messages' ? 'page' : undefined}>
      {say(count > 0 ? UNREAD : NONE, { count })}
    </Go>
  );
}
