import { useEffect } from 'react';
import { useCommand } from '../api/web.ts';
import { Button, toast, useMay, useSay } from '../design-system/web.ts';
import { isOpen, type Job } from './job-words.part.tsx';
import type { cancel, retry } from './jobs.commands.ts';

const WORDS = {
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Retry' },
  cancelOf: { zh: '取消「{what}」', en: 'Cancel “{what}”' },
  retryOf: { zh: '重试「{what}」', en: 'Retry “{what}”' },
} as const;

/** The one step that a job in a row of the list offers. */
export function JobSteps({ job }: { job: Job }) {
  const say = useSay();
  const may = useMay();
  const cancelling = useCommand<typeof cancel>('jobs.cancel');
  const retrying = useCommand<typeof retry>('jobs.retry');
  const problem = cancelling.problem ?? retrying.problem;
  useEffect(() => {
    if (problem) toast(problem.phrase);
  }, [problem]);
  if (!may('job.steer') || job.state === 'done') return null;
  const what = [say(job.label), job.detail].filter(Boolean).join(' ');
  return isOpen(job) ? (
    <Button
      kind="bare"
      isBusy={cancelling.isRunning}
      disabled={job.isCancelAsked}
      aria-label={say(WORDS.cancelOf, { what })}
      onClick={() => void cancelling.run({ id: job.id })}
    >
      {say(WORDS.cancel)}
    </Button>
  ) : (
    <Button
      kind="bare"
      isBusy={retrying.isRunning}
      aria-label={say(WORDS.retryOf, { what })}
      onClick={() => void retrying.run({ id: job.id })}
    >
      {say(WORDS.retry)}
    </Button>
  );
}
