import { expect, it } from 'vitest';
import { concerns, eventReader, retryDelay } from './event-stream.rules.ts';

const FACT = 'id: 7\nevent: fact\ndata: {"position":7}\n\n';

it('reads events wherever the text was cut', () => {
  for (let cut = 0; cut <= FACT.length; cut += 1) {
    const reader = eventReader();
    const events = [...reader.push(FACT.slice(0, cut)), ...reader.push(FACT.slice(cut))];
    expect(events).toEqual([{ event: 'fact', id: '7', data: '{"position":7}' }]);
  }
});

it('passes over heartbeats, joins data lines and understands both line ends', () => {
  expect(eventReader().push(': still here\n\ndata: a\r\ndata: b\r\n\r\n')).toEqual([
    { event: 'message', id: undefined, data: 'a\nb' },
  ]);
});

it('waits longer after each failure, up to 15 s, and never twice the same for everybody', () => {
  expect([0, 1, 2, 3, 4, 9].map((attempt) => retryDelay(attempt, 0.5))).toEqual([
    1000, 2000, 4000, 8000, 15_000, 15_000,
  ]);
  expect(retryDelay(0, 0)).toBe(800);
  expect(retryDelay(0, 1)).toBe(1200);
});

it('knows what a fact touches: the register or the very record', () => {
  const happened = ['assignment', 'assignment/a', 'incident/i'];
  expect(concerns(['incident/i'], happened)).toBe(true);
  expect(concerns(['assignment'], happened)).toBe(true);
  expect(concerns(['incident', 'incident/j'], happened)).toBe(false);
});
