import { capability } from '../api/define.ts';
import { keepSavedView } from './saved-view.permissions.ts';
import { savedView } from './saved-view.register.ts';
import { remove, save } from './saved-views.commands.ts';
import { ofRegister } from './saved-views.views.ts';

export const savedViews = capability({
  name: 'saved-views',
  label: { zh: '常用视图', en: 'Saved views' },
  registers: [savedView],
  permissions: [keepSavedView],
  commands: [save, remove],
  views: [ofRegister],
});
