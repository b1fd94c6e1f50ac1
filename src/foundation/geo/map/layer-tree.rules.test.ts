import { expect, it } from 'vitest';
import { treeRows } from './layer-tree.rules.ts';

const entry = (id: string, folder: string) => ({ id, name: `层${id}`, folder });
const ENTRIES = [entry('1', '甲'), entry('2', '甲/乙'), entry('3', '丙')];
const told = (open: string[], wanted = '') =>
  treeRows(ENTRIES, new Set(open), wanted).map((row) =>
    row.kind === 'folder'
      ? `${'  '.repeat(row.depth)}${row.name} ${row.count}`
      : `${'  '.repeat(row.depth)}${row.entry.name}`,
  );

it('shows folders closed with how many layers lie in them, and opens them one by one', () => {
  expect(told([])).toEqual(['甲 2', '丙 1']);
  expect(told(['甲'])).toEqual(['甲 2', '  乙 1', '  层1', '丙 1']);
  expect(told(['甲', '甲/乙'])).toEqual(['甲 2', '  乙 1', '    层2', '  层1', '丙 1']);
});

it('finds by name and folder, every word, and opens what holds it', () => {
  expect(told([], '层2')).toEqual(['甲 1', '  乙 1', '    层2']);
  expect(told([], '甲 乙')).toEqual(['甲 1', '  乙 1', '    层2']);
  expect(told([], '没有')).toEqual([]);
});

it('is made of 2,383 layers well within the time of a key stroke', () => {
  const many = Array.from({ length: 2383 }, (_, index) => entry(`${index}`, `目录${index % 40}/子目录${index % 7}`));
  const began = performance.now();
  expect(treeRows(many, new Set(), '层238').length).toBeGreaterThan(3);
  expect(performance.now() - began).toBeLessThan(100);
});
