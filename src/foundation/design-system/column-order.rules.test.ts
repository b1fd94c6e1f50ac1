import { expect, it } from 'vitest';
import { columnMoved, columnPut, columnTurned } from './column-order.rules.ts';

const SHOWN = ['name', 'phone', 'area'];

it('puts a column before another or at the end', () => {
  expect(columnPut(SHOWN, 'area', 'name')).toEqual(['area', 'name', 'phone']);
  expect(columnPut(SHOWN, 'name', 'area')).toEqual(['phone', 'name', 'area']);
  expect(columnPut(SHOWN, 'name', undefined)).toEqual(['phone', 'area', 'name']);
  expect(columnPut(SHOWN, 'unknown', 'name')).toEqual(SHOWN);
  expect(columnPut(SHOWN, 'name', 'unknown')).toEqual(SHOWN);
});

it('moves a column by one place and no further than the edge', () => {
  expect(columnMoved(SHOWN, 'phone', -1)).toEqual(['phone', 'name', 'area']);
  expect(columnMoved(SHOWN, 'phone', 1)).toEqual(['name', 'area', 'phone']);
  expect(columnMoved(SHOWN, 'name', -1)).toEqual(SHOWN);
  expect(columnMoved(SHOWN, 'area', 1)).toEqual(SHOWN);
});

it('shows a column where it is declared, whatever the order of the others, and keeps the last', () => {
  const declared = ['name', 'unit', 'phone', 'area'];
  expect(columnTurned(['name', 'area'], declared, 'unit')).toEqual(['name', 'unit', 'area']);
  expect(columnTurned(['area', 'name'], declared, 'phone')).toEqual(['phone', 'area', 'name']);
  expect(columnTurned(['name'], declared, 'area')).toEqual(['name', 'area']);
  expect(columnTurned(SHOWN, declared, 'phone')).toEqual(['name', 'area']);
  expect(columnTurned(['name'], declared, 'name')).toEqual(['name']);
});
