import { capability } from '../../foundation/api/define.ts';
import { stocktakeLifecycle } from './stocktake.lifecycle.ts';
import { approveStocktake, countStock, readStocktake } from './stocktake.permissions.ts';
import { stocktake } from './stocktake.register.ts';
import { stocktakeLine } from './stocktake-line.register.ts';
import { approve, begin, cancel, count, explain, found, recount, submit } from './stocktakes.commands.ts';
import { list, record } from './stocktakes.views.ts';

/** 盘点. */
export const stocktakes = capability({
  name: 'stocktakes',
  label: { zh: '物资盘点', en: 'Stocktakes' },
  registers: [stocktake, stocktakeLine],
  lifecycles: [stocktakeLifecycle],
  permissions: [readStocktake, countStock, approveStocktake],
  commands: [begin, count, found, explain, submit, recount, approve, cancel],
  views: [list, record],
});
