import { capability } from '../../foundation/api/define.ts';
import { lock, move, release, reserve, unlock } from './lots.commands.ts';
import { coverage, due, ofSupply, ofWarehouse, proposal } from './lots.views.ts';
import { movements } from './movements.views.ts';
import { openingStock } from './opening-stock.views.ts';
import { RESERVE_TARGETS } from './reserve-targets.rules.ts';
import { issue, receive } from './stock.commands.ts';
import { keepStock, readMovements, readStock } from './stock.permissions.ts';
import { overview } from './stock.views.ts';
import { stockAboveMinimum, warehousesWithoutShortage } from './stock-indicators.views.ts';
import { STOCK_LIMITS } from './stock-limits.rules.ts';
import { stockLotLifecycle } from './stock-lot.lifecycle.ts';
import { stockLot } from './stock-lot.register.ts';
import { stockMovement } from './stock-movement.register.ts';

/* For transfers and stocktakes: the ledger is written here and nowhere else. */
export { type Entry, itemsOf, type LotRow, lockLots, lockLotsById, openLots, post, short } from './ledger.commands.ts';
export { availableOf, isInOrder, type Picked, pick, sum, thousandths } from './picking.rules.ts';
export { dayOf, STOCK_LIMITS } from './stock-limits.rules.ts';
export { keepStock, readStock };

/** 库存: lots, their ledger, and what the district should have. */
export const stock = capability({
  name: 'stock',
  label: { zh: '物资库存', en: 'Stock' },
  registers: [stockLot, stockMovement],
  sheets: [openingStock],
  lifecycles: [stockLotLifecycle],
  permissions: [readStock, readMovements, keepStock],
  ruleSets: [STOCK_LIMITS, RESERVE_TARGETS],
  indicators: [stockAboveMinimum, warehousesWithoutShortage],
  commands: [receive, issue, move, reserve, release, lock, unlock],
  views: [overview, ofSupply, ofWarehouse, due, proposal, coverage, movements],
});
