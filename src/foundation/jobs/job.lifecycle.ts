import { defineLifecycle } from '../lifecycle/define.ts';
import { runJob, steerJob } from './job.permissions.ts';
import { job } from './job.register.ts';

export const jobLifecycle = defineLifecycle(job, {
  initial: 'queued',
  states: {
    queued: { zh: '排队', en: 'Waiting' },
    running: { zh: '运行中', en: 'Running' },
    done: { zh: '已完成', en: 'Done' },
    failed: { zh: '失败', en: 'Failed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  transitions: {
    take: { label: { zh: '开始', en: 'Start' }, from: ['queued', 'running'], to: 'running', may: runJob },
    finish: { label: { zh: '完成', en: 'Finish' }, from: ['running'], to: 'done', may: runJob },
    fail: { label: { zh: '失败', en: 'Fail' }, from: ['running'], to: 'failed', may: runJob },
    release: { label: { zh: '稍后再试', en: 'Try later' }, from: ['running'], to: 'queued', may: runJob },
    stop: { label: { zh: '中止', en: 'Stop' }, from: ['running'], to: 'cancelled', may: runJob },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['queued'], to: 'cancelled', may: steerJob },
    retry: { label: { zh: '重试', en: 'Retry' }, from: ['failed', 'cancelled'], to: 'queued', may: steerJob },
  },
});
