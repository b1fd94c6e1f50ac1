import { describe, expect, it } from 'vitest';
import { routeOf } from './routes.ts';

describe('the address of an operation', () => {
  it.each([
    ['incidents.open', 'command', false, 'POST', '/api/incidents/open'],
    ['incidents.close', 'command', true, 'POST', '/api/incidents/:id/close'],
    ['hiddenDangers.strikeOff', 'command', true, 'POST', '/api/hidden-dangers/:id/strike-off'],
    ['incidents.list', 'view', false, 'GET', '/api/incidents'],
    ['incidents.record', 'view', true, 'GET', '/api/incidents/:id'],
    ['command.situation', 'view', false, 'GET', '/api/command/situation'],
    ['incidents.situation', 'view', true, 'GET', '/api/incidents/:id/situation'],
    ['incidents.list', 'view', true, 'GET', '/api/incidents/:id/list'],
    ['incidents.record', 'view', false, 'GET', '/api/incidents/record'],
    ['incidents.record', 'command', true, 'POST', '/api/incidents/:id/record'],
  ] as const)('%s (%s, subject: %s) → %s %s', (name, kind, hasId, method, path) => {
    expect(routeOf(name, kind, hasId)).toEqual({ method, path });
  });

  it('asks what was typed by POST, at the same place', () => {
    expect(routeOf('people.list', 'view', false, true)).toEqual({ method: 'POST', path: '/api/people' });
    expect(routeOf('search.find', 'view', false, true)).toEqual({ method: 'POST', path: '/api/search/find' });
  });

  it.each(['incidents', 'incidents.', '.close', 'a.b.c'])('refuses %j, which is no «capability.verb»', (name) => {
    expect(() => routeOf(name, 'view', false)).toThrow(name);
  });
});
