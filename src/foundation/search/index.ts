import { capability } from '../api/define.ts';
import { remakeIndex } from './remake-index.ts';
import { remake, remakeSearch } from './search.commands.ts';
import { ask, count } from './search.views.ts';

export { heard } from './conditions.ts';
export { type NamedRecord, namedIn } from './named-in.ts';
export { startSearch } from './start-search.ts';

export const search = capability({
  name: 'search',
  label: { zh: '搜索', en: 'Search' },
  permissions: [remakeSearch],
  commands: [remake],
  views: [ask, count],
  jobs: [remakeIndex],
});
