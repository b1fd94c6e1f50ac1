import { expect, it } from 'vitest';
import { framesOf, isNight, mapOf, nextOf, type Scene } from './wall-scene.rules.ts';

const scene = (id: string, sceneKind: Scene['sceneKind']): Scene => ({
  ...{ id, title: id, sceneKind },
  ...{ seconds: 20, mapAddress: null },
});
const whole = scene('whole', 'situation');

it('reads the link of the one map and refuses every other address', () => {
  const map = mapOf(
    'https://fengsui.example/map?on=reservoirs,incidents&at=116.2,39.9,12.5&moment=2026-06-01T00:00:00Z',
  );
  expect(map).toEqual({ on: ['reservoirs', 'incidents'], view: { lng: 116.2, lat: 39.9, zoom: 12.5 } });
  expect(mapOf('/map?on=none')).toEqual({ on: [], view: undefined });
  for (const other of ['', null, '/maps?on=a', '/incidents?on=a', 'https://fengsui.example/map?at=here']) {
    expect(mapOf(other)).toBeUndefined();
  }
});

it('takes incidents one by one, passes over them when there are none, and is never without a picture', () => {
  const scenes = [scene('a', 'situation'), scene('b', 'incidents'), scene('c', 'map')];
  expect(framesOf(scenes, ['1', '2'], whole).map(({ key }) => key)).toEqual(['a', 'b 1', 'b 2', 'c']);
  expect(framesOf(scenes, [], whole).map(({ key }) => key)).toEqual(['a', 'c']);
  expect(framesOf([scene('b', 'incidents')], [], whole).map(({ key }) => key)).toEqual(['whole']);
});

it('goes round, and starts anew when the picture it showed was taken away', () => {
  const frames = framesOf([scene('a', 'situation'), scene('c', 'map')], [], whole);
  expect(nextOf(frames, 'a').key).toBe('c');
  expect(nextOf(frames, 'c').key).toBe('a');
  expect(nextOf(frames, 'gone').key).toBe('a');
});

it('is dark from 18 to 6', () => {
  expect([17, 18, 23, 0, 5, 6].map(isNight)).toEqual([false, true, true, true, true, false]);
});
