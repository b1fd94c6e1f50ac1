import { definePermission } from '../../foundation/identity/define.ts';

export const readStocktake = definePermission('stocktake.read', {
  label: { zh: '查看盘点', en: 'See stocktakes' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'unit',
    street_chief: ['area', 'unit'],
    street_officer: ['area', 'unit'],
    utility_contact: 'unit',
  },
});

export const countStock = definePermission('stocktake.count', {
  label: { zh: '盘点', en: 'Count stock' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    department_officer: 'unit',
    street_officer: 'unit',
    utility_contact: 'unit',
  },
});

/** 盘盈盘亏审批: never by one of those who counted. */
export const approveStocktake = definePermission('stocktake.approve', {
  label: { zh: '审批盘点差异', en: 'Decide on differences of a stocktake' },
  granted: { duty_leader: 'all', duty_officer: 'all', department_officer: 'unit', street_chief: ['area', 'unit'] },
});
