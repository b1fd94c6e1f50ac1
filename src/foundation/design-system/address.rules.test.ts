import { expect, it } from 'vitest';
import { firstMatch, matchPath } from './address.rules.ts';

it('reads what the address says', () => {
  expect(matchPath('/incidents/:id', '/incidents/0193')).toEqual({ id: '0193' });
  expect(matchPath('/', '/')).toEqual({});
  expect(matchPath('/incidents', '/incidents/')).toEqual({});
  expect(matchPath('/units/:name', '/units/%E5%8F%A4%E5%9F%8E')).toEqual({ name: '古城' });
});

it.each(['/incidents', '/incidents/1/orders', '/orders/1', '/incidents/%E0%A4'])('/incidents/:id is not %s', (path) => {
  expect(matchPath('/incidents/:id', path)).toBeUndefined();
});

it('takes the fixed address before the one with a parameter, however they are listed', () => {
  const screens = [{ path: '/incidents/:id' }, { path: '/incidents/new' }];
  expect(firstMatch(screens, '/incidents/new')?.found.path).toBe('/incidents/new');
  expect(firstMatch(screens, '/incidents/7')?.params).toEqual({ id: '7' });
  expect(firstMatch(screens, '/nowhere')).toBeUndefined();
});
