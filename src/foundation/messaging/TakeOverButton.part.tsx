import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, toast, useSay } from '../design-system/web.ts';
import type { takeOver } from './ladder/ladders.commands.ts';

const WORDS = {
  take: { zh: '我来落实', en: 'I see to it' },
  taken: { zh: '已接手，请电话或当面落实', en: 'It is yours now: please call or go there' },
} as const satisfies Record<string, Phrase>;

/** The named human, or another officer, takes an unanswered message upon themselves. */
export function TakeOverButton({ messageId, ladderId }: { messageId: string; ladderId: string }) {
  const say = useSay();
  const taking = useCommand<typeof takeOver>('messages.takeOver');
  const take = async () => {
    if (await taking.run({ id: messageId, ladderId })) toast(WORDS.taken);
  };
  return (
    <>
      <Button isBusy={taking.isRunning} onClick={() => void take()}>
        {say(WORDS.take)}
      </Button>
      {taking.problem && (
        <p className="problem" role="alert">
          {say(taking.problem.phrase)}
        </p>
      )}
    </>
  );
}
