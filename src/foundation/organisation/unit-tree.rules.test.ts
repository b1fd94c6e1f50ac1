import { expect, it } from 'vitest';
import { lineage, pathTo, type TreeUnit, treeLines } from './unit-tree.rules.ts';

const unit = (id: string, parentId: string | null, kind: string, name = id): TreeUnit => ({
  id,
  name,
  shortName: name,
  kind,
  parentId,
  people: 0,
});
const STREETS = Array.from({ length: 9 }, (_, index) => unit(`s${index}`, 'center', 'street_sub_headquarters'));
const HEADQUARTERS = Array.from({ length: 21 }, (_, index) => unit(`h${index}`, 'center', 'special_headquarters'));
const DISTRICT = [
  unit('root', null, 'committee'),
  unit('center', 'root', 'command_center'),
  ...STREETS,
  ...HEADQUARTERS,
  unit('gucheng', 's0', 'street_office', '古城街道'),
  unit('lu', 'gucheng', 'community', '古城路'),
];
const words = (lines: ReturnType<typeof treeLines>) => lines.map(({ unit: one, heading }) => one?.id ?? heading?.en);

it('draws closed branches as one line that says how many lie below', () => {
  const lines = treeLines(DISTRICT, (key) => key === 'root');
  expect(words(lines)).toEqual(['root', 'center']);
  expect(lines[1]).toMatchObject({ level: 2, isOpen: false, below: 2, place: 1, sisters: 1 });
});

it('puts many children of several kinds under headings, in the order of the kinds', () => {
  const lines = treeLines(DISTRICT, (key) => key === 'root' || key === 'center' || key.startsWith('center/street'));
  expect(words(lines)).toEqual([
    'root',
    'center',
    'Special headquarters',
    'Street sub-headquarters',
    ...STREETS.map(({ id }) => id),
  ]);
  expect(lines[2]).toMatchObject({ level: 3, below: 21, isOpen: false });
  expect(lines[4]).toMatchObject({ level: 4, place: 1, sisters: 9 });
});

it('finds units by a part of their name and shows all above them', () => {
  const lines = treeLines(DISTRICT, () => false, '古城路');
  expect(words(lines)).toEqual(['root', 'center', 's0', 'gucheng', 'lu']);
  expect(treeLines(DISTRICT, () => false, '不存在')).toEqual([]);
});

it('knows what must be open for a unit to be seen', () => {
  const keys = new Set(pathTo(DISTRICT, 'lu'));
  expect(words(treeLines(DISTRICT, (key) => keys.has(key)))).toContain('lu');
  expect(pathTo(DISTRICT, 'nobody')).toEqual([]);
});

it('names everything above a unit, the root first', () => {
  const byId = new Map(DISTRICT.map((one) => [one.id, one]));
  expect(lineage(byId, byId.get('gucheng') as TreeUnit).map(({ id }) => id)).toEqual([
    'root',
    'center',
    's0',
    'gucheng',
  ]);
});
