import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, toast, useMay, useSay } from '../design-system/web.ts';
import type { remindSilent } from './orders.commands.ts';

const WORDS = {
  remind: { zh: '催办全部未签收', en: 'Remind all silent' },
  reminded: { zh: '已催办 {reminded} 个未签收的任务', en: '{reminded} silent assignees reminded' },
} as const satisfies Record<string, Phrase>;

/** 一键催办 on the board; of one matter where the board shows one. */
export function RemindSilent({ matter }: { matter: string | undefined }) {
  const say = useSay();
  const may = useMay();
  const reminding = useCommand<typeof remindSilent>('orders.remindSilent');
  if (!may('order.manage')) return null;
  const send = async () => {
    const done = await reminding.run(matter ? { matter } : {});
    if (done) toast({ zh: say(WORDS.reminded, done), en: say(WORDS.reminded, done) });
  };
  return (
    <>
      <Button isBusy={reminding.isRunning} onClick={() => void send()}>
        {say(WORDS.remind)}
      </Button>
      {reminding.problem && (
        <span className="problem" role="alert">
          {say(reminding.problem.phrase)}
        </span>
      )}
    </>
  );
}
