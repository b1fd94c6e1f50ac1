export { createTable, fieldColumns, snakeCase } from './table.ts';
