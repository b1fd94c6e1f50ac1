import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagram, type DiagramStep, placeDiagram } from './diagram.rules.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const states = (count: number) => NAMES.slice(0, count).map((name) => ({ name, label: `状态${name}` }));

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const overlap = (one: Box, other: Box) =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 0.01 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 0.01;

const numbersOf = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);
const startOf = (path: string) => numbersOf(path).slice(0, 2) as [number, number];
const endOf = (path: string) => numbersOf(path).slice(-2) as [number, number];

function boxOf({ states: placed }: Diagram, name: string): Box {
  const found = placed.find((state) => state.name === name);
  if (!found) throw new Error(`no state ${name}`);
  return found;
}
const touches = ([x, y]: [number, number], box: Box) =>
  Math.abs(x - box.x) <= box.width / 2 && Math.abs(Math.abs(y - box.y) - box.height / 2) < 0.2;

const lifecycles = fc.integer({ min: 1, max: NAMES.length }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    steps: fc.array(
      fc.record({
        label: fc.constantFrom('签收', '办结', 'Pass to the deputy', '取消'),
        from: fc.uniqueArray(fc.constantFrom(...NAMES.slice(0, count)), { minLength: 1 }),
        to: fc.constantFrom(...NAMES.slice(0, count)),
      }),
      { maxLength: 9 },
    ),
  }),
);

describe('the diagram of a lifecycle', () => {
  it('never lays one box or word upon another, and keeps everything inside', () => {
    fc.assert(
      fc.property(lifecycles, ({ count, steps }) => {
        const diagram = placeDiagram(states(count), steps);
        const boxes = [...diagram.states, ...diagram.arrows];
        for (const [index, one] of boxes.entries()) {
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width / 2).toBeLessThanOrEqual(diagram.width);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(diagram.height);
          expect(boxes.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
        }
      }),
    );
  });
  it('leads every arrow from the state it leaves to the state it reaches', () => {
    fc.assert(
      fc.property(lifecycles, ({ count, steps }) => {
        const diagram = placeDiagram(states(count), steps);
        for (const { key, path } of diagram.arrows) {
          const [from = '', to = ''] = key.split(' ');
          expect(touches(startOf(path), boxOf(diagram, from))).toBe(true);
          expect(touches(endOf(path), boxOf(diagram, to))).toBe(true);
        }
      }),
    );
  });
  it('draws one arrow for two steps of the same way, and a step that stays inside its box', () => {
    const steps: DiagramStep[] = [
      { label: '办结', from: ['a'], to: 'b' },
      { label: '误报', from: ['a'], to: 'b' },
      { label: '更正', from: ['b'], to: 'b' },
    ];
    const diagram = placeDiagram(states(2), steps);
    expect(diagram.arrows.map(({ labels }) => labels)).toEqual([['办结', '误报']]);
    expect(diagram.states[1]?.loops).toEqual(['更正']);
  });
  it('puts a later state below and lets the way back run upwards', () => {
    const steps: DiagramStep[] = [
      { label: '办结', from: ['a'], to: 'b' },
      { label: '重新办理', from: ['b'], to: 'a' },
    ];
    const diagram = placeDiagram(states(2), steps);
    expect(boxOf(diagram, 'b').y).toBeGreaterThan(boxOf(diagram, 'a').y);
    const back = diagram.arrows.find(({ labels }) => labels.includes('重新办理'));
    expect(startOf(back?.path ?? '')[1]).toBeGreaterThan(endOf(back?.path ?? '')[1]);
  });
});
