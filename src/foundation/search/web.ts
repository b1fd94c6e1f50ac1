/* The browser door of search: records in Ctrl K, and a page of all that fits. */
import './search.css';
import { webContribution } from '../design-system/web.ts';
import type { ask } from './search.views.ts';

/** The view `search.find`, for parts of others that ask it. */
export type SearchFind = typeof ask;

export const searchWeb = webContribution({
  name: 'search',
  screens: [
    {
      path: '/search',
      title: { zh: '搜索', en: 'Search' },
      load: () => import('./SearchResults.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'palette.found',
      name: 'search.hits',
      load: () => import('./PaletteHits.part.tsx'),
    },
  ],
});
