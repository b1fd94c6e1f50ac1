import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, toast, useSay } from '../design-system/web.ts';
import type { remind } from './orders.commands.ts';

const WORDS = {
  remind: { zh: '催办', en: 'Remind' },
  reminded: { zh: '已催办，对方收到提醒', en: 'Reminded: they have a message' },
} as const satisfies Record<string, Phrase>;

/** 催办: the assignee gets a message; why it cannot be sent again so soon is said beside the button. */
export function RemindButton({ orderId, assignmentId }: { orderId: string; assignmentId: string }) {
  const say = useSay();
  const reminding = useCommand<typeof remind>('orders.remind');
  const send = async () => {
    if (await reminding.run({ id: orderId, assignmentId })) toast(WORDS.reminded);
  };
  return (
    <>
      <Button isBusy={reminding.isRunning} onClick={() => void send()}>
        {say(WORDS.remind)}
      </Button>
      {reminding.problem && (
        <p className="problem" role="alert">
          {say(reminding.problem.phrase)}
        </p>
      )}
    </>
  );
}
