import { webContribution } from '../design-system/web.ts';

/** 常用视图 in the browser: a choice above every register's list. */
export const savedViewsWeb = webContribution({
  name: 'saved-views',
  parts: [
    {
      at: 'registers.views',
      name: 'saved-views.choose',
      permission: 'saved_view.read',
      load: () => import('./SavedViews.part.tsx'),
    },
  ],
});
