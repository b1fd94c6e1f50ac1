import { capability } from '../../foundation/api/define.ts';
import { defineBook } from '../../foundation/books/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { buildings } from './building.register.ts';

/** 建筑物. */
export const buildingRegister = capability({
  name: 'buildings',
  label: { zh: '建筑物', en: 'Buildings' },
  ...registerOperations(buildings),
  books: [defineBook(buildings.register, { may: buildings.read, order: 57 })],
});
