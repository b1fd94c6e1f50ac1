import { webContribution } from '../design-system/web.ts';
import { registerScreens } from '../registers/web.ts';

/** 指令模板 in the browser: its register, and the choice of one in the form of an order. */
export const orderTemplatesWeb = webContribution({
  name: 'order-templates',
  screens: registerScreens('/order-templates', {
    title: { zh: '指令模板', en: 'Order templates' },
    name: 'order_template',
    menu: { group: 'settings', order: 30 },
    load: async () => (await import('./order-template.register.ts')).orderTemplates,
  }),
  parts: [
    {
      at: 'order.templates',
      name: 'order-templates.use',
      permission: 'order_template.read',
      load: () => import('./UseTemplate.part.tsx'),
    },
  ],
});
