import { webContribution } from '../../foundation/design-system/web.ts';
import { registerScreens } from '../../foundation/registers/web.ts';

/** 点名 in the browser: the list, the live board, the plans; one tap on the phone and on the page of duty. */
export const rollCallsWeb = webContribution({
  name: 'roll-calls',
  screens: [
    {
      path: '/roll-calls',
      title: { zh: '点名', en: 'Roll calls' },
      menu: { group: 'preparedness', order: 9 },
      permission: 'roll_call.read',
      load: () => import('./RollCallList.screen.tsx'),
    },
    {
      path: '/roll-calls/:id',
      title: { zh: '点名', en: 'Roll call' },
      permission: 'roll_call.read',
      load: () => import('./RollCallBoard.screen.tsx'),
    },
    {
      path: '/roll-call-answers/:id',
      title: { zh: '点名应答', en: 'Answer a roll call' },
      permission: 'roll_call_answer.read',
      load: () => import('./AnswerPage.screen.tsx'),
    },
    ...registerScreens('/roll-call-plans', {
      title: { zh: '点名计划', en: 'Plans of roll calls' },
      name: 'roll_call_plan',
      without: ['duplicates', 'merge'],
      load: async () => (await import('./roll-call-plan.register.ts')).rollCallPlans,
    }),
  ],
  fieldScreens: [
    {
      path: '/roll-call-answers/:id',
      title: { zh: '点名应答', en: 'Answer a roll call' },
      permission: 'roll_call_answer.read',
      load: () => import('./AnswerPage.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'field.home',
      name: 'roll-calls.mine',
      order: 1,
      permission: 'roll_call.answer',
      load: () => import('./AnswerCall.part.tsx'),
    },
    {
      at: 'field.duty',
      name: 'roll-calls.on-duty',
      order: 1,
      permission: 'roll_call.answer',
      load: () => import('./AnswerCall.part.tsx'),
    },
    {
      at: 'duty.now',
      name: 'roll-calls.at-desk',
      permission: 'roll_call.answer',
      load: () => import('./AnswerCall.part.tsx'),
    },
  ],
});
