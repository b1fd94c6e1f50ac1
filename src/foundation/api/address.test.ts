import { expect, it } from 'vitest';
import { addressOf, queryOf } from './address.ts';

it('takes the subject out of the input and into the path', () => {
  expect(addressOf('incidents.close', 'command', { id: '0193', reason: '险情解除' })).toEqual({
    method: 'POST',
    path: '/api/incidents/0193/close',
    rest: { reason: '险情解除' },
  });
  expect(addressOf('incidents.record', 'view', { id: '0193' }).path).toBe('/api/incidents/0193');
});

it('asks with readable, stable addresses', () => {
  const one = addressOf('incidents.list', 'view', { state: 'open', limit: 50, area: undefined });
  const other = addressOf('incidents.list', 'view', { limit: 50, state: 'open' });
  expect(one.path).toBe('/api/incidents?limit=50&state=open');
  expect(other.path).toBe(one.path);
});

it('keeps what was typed out of every address', () => {
  expect(addressOf('people.list', 'view', { q: '13812347766', limit: 50 })).toEqual({
    method: 'POST',
    path: '/api/people',
    rest: { q: '13812347766', limit: 50 },
  });
  expect(addressOf('people.list', 'view', { q: undefined, limit: 50 }).path).toBe('/api/people?limit=50');
});

it('keeps a hostile id inside its path segment', () => {
  expect(addressOf('incidents.record', 'view', { id: '../session?x=1' }).path).toBe(
    '/api/incidents/..%2Fsession%3Fx%3D1',
  );
});

it('writes lists and objects as JSON, and Chinese as UTF-8', () => {
  const query = queryOf({ kinds: ['fire', 'gas'], near: { lng: 116.2, lat: 39.9 }, text: '古城', isLate: false });
  const read = new URLSearchParams(query);
  expect(JSON.parse(read.get('kinds') ?? '')).toEqual(['fire', 'gas']);
  expect(JSON.parse(read.get('near') ?? '')).toEqual({ lng: 116.2, lat: 39.9 });
  expect([read.get('text'), read.get('isLate')]).toEqual(['古城', 'false']);
});
