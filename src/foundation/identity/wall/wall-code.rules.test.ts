import { expect, it } from 'vitest';
import { codeFrom, isWallPath, shownCode, typedCode } from './wall-code.rules.ts';

it('makes eight letters of chance, none that favours the first, and shows them in two halves', () => {
  expect(codeFrom(Uint8Array.from([0, 255, 30, 31, 247, 248, 1, 2, 3, 4]))).toBe('2Z2Z3456');
  expect(codeFrom(new Uint8Array(12).fill(255))).toBeUndefined();
  expect(shownCode('K7PQ3M8T')).toBe('K7PQ-3M8T');
});

it('reads what was typed as people type it', () => {
  expect(typedCode(' k7pq-3m8t ')).toBe('K7PQ3M8T');
  expect(typedCode('Ｋ７ＰＱ　３Ｍ８Ｔ')).toBe('K7PQ3M8T');
  expect(typedCode('K7PQ-3M8')).toBeUndefined();
  expect(typedCode('K7PQ-3M80')).toBeUndefined();
});

it('opens a page of the wall and none beside it', () => {
  expect(isWallPath('/wall')).toBe(true);
  expect(isWallPath('/wall/0193f0b2-7a52-7c0e-9d52-0242ac120002')).toBe(true);
  for (const path of ['/wall/../accounts', '//elsewhere.example/wall', '/walls', '/wall/x']) {
    expect(isWallPath(path)).toBe(false);
  }
});
