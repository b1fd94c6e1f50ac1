import { definePermission } from '../../foundation/identity/define.ts';

/** Whoever sees a warehouse sees what lies in it; the owner of goods sees them in other people's warehouses, too. */
const SEES = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: ['unit', 'involved'],
  street_chief: ['area', 'unit', 'involved'],
  street_officer: ['area', 'unit', 'involved'],
  utility_contact: ['unit', 'involved'],
} as const;

export const readStock = definePermission('stock_lot.read', {
  label: { zh: '查看库存', en: 'See the stock' },
  granted: SEES,
});

export const readMovements = definePermission('stock_movement.read', {
  label: { zh: '查看出入库流水', en: 'See the movements of stock' },
  granted: SEES,
});

/** 保管员: in and out of the warehouses of one's own unit, and of one's own goods elsewhere. */
export const keepStock = definePermission('stock.keep', {
  label: { zh: '办理出入库', en: 'Move stock in and out' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    department_officer: ['unit', 'involved'],
    street_officer: ['unit', 'involved'],
    utility_contact: ['unit', 'involved'],
  },
});
