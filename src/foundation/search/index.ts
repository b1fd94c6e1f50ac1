import { capability } from '../api/define.ts';
import { remakeIndex } from './remake-index.ts';
import { remake, remakeSearch } from './search.commands.ts';
import { ask } from './search.views.ts';

export { startSearch } from './keep-index.ts';

export const search = capability({
  name: 'search',
  label: { zh: '搜索', en: 'Search' },
  permissions: [remakeSearch],
  commands: [remake],
  views: [ask],
  jobs: [remakeIndex],
});
