import { z } from 'zod';
import { runParked } from '../timeline/index.ts';
import { defineJob } from './define.ts';

/** A reaction that was parked, run once more: one try, its outcome is seen. */
export const reactAgain = defineJob('reactions.runAgain', {
  label: { zh: '重新执行联动', en: 'Run a parked reaction again' },
  input: z.object({ name: z.string(), position: z.number() }),
  tries: 1,
  async run({ platform, input }) {
    await runParked(platform, input.name, input.position);
    return undefined;
  },
});
