import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partHead, partsOf, receiptOf } from './parts.rules.ts';

describe('a long short message', () => {
  it('goes whole up to 70 characters, else in parts of 67', () => {
    expect(partsOf('水'.repeat(70))).toHaveLength(1);
    expect(partsOf('水'.repeat(71)).map((part) => part.length)).toEqual([67, 4]);
    expect(partsOf('水'.repeat(201)).map((part) => part.length)).toEqual([67, 67, 67]);
  });

  it('cuts no character in two', () => {
    const parts = partsOf(`${'水'.repeat(66)}𠮷${'水'.repeat(10)}`);
    expect(parts.map((part) => part.length)).toEqual([66, 12]);
  });

  it('loses nothing of any text and never exceeds a part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const parts = partsOf(text);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part.length <= (parts.length === 1 ? 70 : 67))).toBe(true);
      }),
    );
  });

  it('says which part of how many it is', () => {
    expect(partHead(0x1ff, 3, 2)).toEqual([5, 0, 3, 0xff, 3, 2]);
  });
});

describe('a delivery receipt', () => {
  it('is read from the text of SMPP 3.4 appendix B', () => {
    const text =
      'id:c449ab9744f47b6af1879e49e75e4f40 sub:001 dlvrd:001 submit date:0610191018 done date:0610191018 stat:DELIVRD err:000 text:';
    expect(receiptOf(text, {})).toEqual({
      reference: 'c449ab9744f47b6af1879e49e75e4f40',
      isDelivered: true,
      reason: 'DELIVRD',
    });
    expect(receiptOf('id:7 sub:001 dlvrd:000 stat:UNDELIV err:00B', {})).toEqual({
      reference: '7',
      isDelivered: false,
      reason: 'UNDELIV 00B',
    });
  });

  it('is read from its own fields first', () => {
    expect(receiptOf('', { reference: 'a', state: 5 })).toMatchObject({ reference: 'a', isDelivered: false });
    expect(receiptOf('id:b stat:DELIVRD', { reference: 'a' })).toMatchObject({ reference: 'a', isDelivered: true });
  });

  it('that only says «on its way» ends nothing, and one without a name is none', () => {
    expect(receiptOf('id:7 stat:ENROUTE err:000', {})?.isDelivered).toBeUndefined();
    expect(receiptOf('收到', {})).toBeUndefined();
  });
});
