import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { onShelf } from './on-shelf.views.ts';
import { supplies } from './supply.register.ts';

/** 应急物资目录: the catalogue. */
export const supplyCatalogue = capability({
  name: 'supplies',
  label: { zh: '应急物资', en: 'Supplies' },
  ...registerOperations(supplies, { needed: onShelf }),
});
