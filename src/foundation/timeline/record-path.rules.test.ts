import { expect, it } from 'vitest';
import { recordPath } from './record-path.rules.ts';

const screens = [
  { path: '/incidents/:id', permission: 'incident.read' },
  { path: '/situation-reports/:id' },
  { path: '/organisation/:id', records: 'units' },
];
const id = '0193';

it('finds the page of a record by its register', () => {
  expect(recordPath(screens, () => true, { plural: 'incidents', id })).toBe('/incidents/0193');
  expect(recordPath(screens, () => true, { plural: 'situationReports', id })).toBe('/situation-reports/0193');
  expect(recordPath(screens, () => true, { plural: 'units', id })).toBe('/organisation/0193');
});

it('leads nowhere without a screen, or without the right to open it', () => {
  expect(recordPath(screens, () => true, { plural: 'clocks', id })).toBeUndefined();
  expect(recordPath(screens, (permission) => permission === undefined, { plural: 'incidents', id })).toBeUndefined();
});
