import { capability } from '../api/define.ts';
import { jobLifecycle } from './job.lifecycle.ts';
import { mendReaction, readJob, runJob, steerJob } from './job.permissions.ts';
import { job } from './job.register.ts';
import { cancel, retry, runAgain } from './jobs.commands.ts';
import { list, parkedReactions, record } from './jobs.views.ts';
import { reactAgain } from './react-again.ts';
import { schedule, settle, take } from './runner.commands.ts';

export { defineJob, type JobContext, type JobDefinition, type Progress } from './define.ts';
export { readJob, steerJob } from './job.permissions.ts';
export { JOB_QUEUED, type JobStart, startJob } from './keep-job.ts';
export { type JobRunner, runJobs } from './run-jobs.ts';

export const jobs = capability({
  name: 'jobs',
  label: { zh: '后台任务', en: 'Jobs' },
  registers: [job],
  lifecycles: [jobLifecycle],
  permissions: [readJob, steerJob, mendReaction, runJob],
  commands: [cancel, retry, runAgain, take, settle, schedule],
  views: [list, record, parkedReactions],
  jobs: [reactAgain],
  facts: {
    'job.queued': { zh: '任务排队', en: 'Job queued' },
    'job.started': { zh: '任务开始', en: 'Job started' },
    'job.finished': { zh: '任务完成', en: 'Job finished' },
    'job.failed': { zh: '任务失败', en: 'Job failed' },
    'job.postponed': { zh: '任务稍后再试', en: 'Job postponed' },
    'job.cancelled': { zh: '任务取消', en: 'Job cancelled' },
    'job.cancel_asked': { zh: '要求取消任务', en: 'Cancellation asked' },
  },
});
