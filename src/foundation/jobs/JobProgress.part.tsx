import { useCallback } from 'react';
import { useCommand, useView } from '../api/web.ts';
import { Button, Shown, useSay } from '../design-system/web.ts';
import { isOpen, JobBar, JobState, useWhileRunning } from './job-words.part.tsx';
import type { cancel, retry } from './jobs.commands.ts';
import type { record } from './jobs.views.ts';

const WORDS = {
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Retry' },
} as const;

/** How far a job is, on the page of whatever asked for it: bar, trouble in words, cancel, retry. */
export function JobProgress({ id }: { id: string }) {
  const say = useSay();
  const view = useView<typeof record>('jobs.record', { id });
  const cancelling = useCommand<typeof cancel>('jobs.cancel');
  const retrying = useCommand<typeof retry>('jobs.retry');
  const { refresh } = view;
  useWhileRunning(
    view.data !== undefined && isOpen(view.data),
    useCallback(() => refresh(), [refresh]),
  );
  const problem = cancelling.problem ?? retrying.problem;
  return (
    <Shown of={view}>
      {(job) => (
        <div className="job-progress" role="status">
          <JobState job={job} />
          <JobBar job={job} label={say(job.label)} />
          {job.trouble && job.state !== 'done' && <span className="problem">{say(job.trouble)}</span>}
          {isOpen(job) && (
            <Button
              isBusy={cancelling.isRunning}
              disabled={job.isCancelAsked}
              onClick={() => void cancelling.run({ id })}
            >
              {say(WORDS.cancel)}
            </Button>
          )}
          {(job.state === 'failed' || job.state === 'cancelled') && (
            <Button isBusy={retrying.isRunning} onClick={() => void retrying.run({ id })}>
              {say(WORDS.retry)}
            </Button>
          )}
          {problem && (
            <span className="problem" role="alert">
              {say(problem.phrase)}
            </span>
          )}
        </div>
      )}
    </Shown>
  );
}
