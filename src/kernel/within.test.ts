import { expect, it } from 'vitest';
import { rectangleOf, withinFrom, withinText } from './within.ts';

it('reads ground from an address and writes it back', () => {
  const circle = { centre: { lng: 116.19, lat: 39.91 }, metres: 500 };
  expect(withinFrom('116.19,39.91,500')).toEqual(circle);
  expect(withinText(circle)).toBe('116.19,39.91,500');
  const box = rectangleOf({ lng: 116.2, lat: 39.9 }, { lng: 116.1, lat: 39.95 });
  expect(withinText(box)).toBe('116.1,39.9;116.2,39.9;116.2,39.95;116.1,39.95');
  expect(withinFrom(withinText(box))).toEqual(box);
});

it.each([
  '',
  '116.19,39.91',
  '116.19,39.91,0',
  '116.19,139.91,500',
  '116,39;117,39',
  '116,39;117,40;117,39;116,40',
  'a,b,c',
])('takes «%s» for no ground', (text) => expect(withinFrom(text)).toBeUndefined());
