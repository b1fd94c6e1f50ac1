import { useEffect } from 'react';
import type { OutputOf } from '../api/web.ts';
import { StateBadge, useSay } from '../design-system/web.ts';
import { jobLifecycle } from './job.lifecycle.ts';
import type { record } from './jobs.views.ts';
import './jobs.css';

export type Job = OutputOf<typeof record>;

const TONES = { queued: 'waiting', running: 'active', done: 'done', failed: 'ended', cancelled: 'ended' } as const;
const CANCELLING = { zh: '正在取消', en: 'Cancelling' };

export function JobState({ job }: { job: Pick<Job, 'state' | 'isCancelAsked'> }) {
  const isCancelling = job.state === 'running' && job.isCancelAsked;
  return <StateBadge label={isCancelling ? CANCELLING : jobLifecycle.states[job.state]} tone={TONES[job.state]} />;
}

export const isOpen = (job: Pick<Job, 'state'>) => job.state === 'queued' || job.state === 'running';

/** Progress is no fact: while something runs it is asked for anew, the end of it is told by the stream. */
export function useWhileRunning(isRunning: boolean, refresh: () => void): void {
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(refresh, 1000);
    return () => clearInterval(timer);
  }, [isRunning, refresh]);
}

const OF = { zh: '{done} / {total}', en: '{done} of {total}' };

/** Stage and how far; the bar is drawn where the whole is known. */
export function JobBar({ job, label }: { job: Pick<Job, 'stage' | 'done' | 'total' | 'state'>; label: string }) {
  const say = useSay();
  const count = (number: number) => number.toLocaleString('zh-CN');
  const words = job.total === null ? count(job.done) : say(OF, { done: count(job.done), total: count(job.total) });
  return (
    <span className="job-bar">
      {job.stage && <span>{say(job.stage)}</span>}
      {job.total !== null && job.total > 0 && job.state === 'running' && (
        <progress aria-label={label} value={Math.min(job.done, job.total)} max={job.total} />
      )}
      {(job.done > 0 || job.total !== null) && <span className="soft">{words}</span>}
    </span>
  );
}
