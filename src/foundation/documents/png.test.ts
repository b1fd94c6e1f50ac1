import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chunk, stripedPng } from './paper.fixture.ts';
import { checkPng, fitPicture } from './png.ts';

const refused = expect.objectContaining({ key: 'file.kind', field: 'body.figure' });

describe('a picture in a paper', () => {
  it('tells its size', () => {
    expect(checkPng(stripedPng(320, 120))).toEqual({ width: 320, height: 120 });
  });

  it('is refused when it is damaged anywhere', () => {
    const whole = stripedPng(32, 32);
    for (let at = 0; at < whole.length; at += 3) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(() => checkPng(damaged), `byte ${at}`).toThrow(refused);
    }
    for (const length of [0, 7, 20, whole.length - 1])
      expect(() => checkPng(whole.subarray(0, length))).toThrow(refused);
  });

  it('is refused when it would unpack to more than it announces', () => {
    const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
    const bomb = Buffer.concat([
      stripedPng(1, 1).subarray(0, 8),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    expect(() => checkPng(bomb)).toThrow(refused);
    header.writeUInt32BE(0x7fffffff, 0);
    expect(() => checkPng(Buffer.concat([bomb.subarray(0, 8), chunk('IHDR', header), bomb.subarray(33)]))).toThrow(
      refused,
    );
  });

  it('is fitted into the page without being blown up', () => {
    expect(fitPicture({ width: 1000, height: 500 }, 400, 400)).toEqual({ width: 400, height: 200 });
    expect(fitPicture({ width: 100, height: 40 }, 400, 400)).toEqual({ width: 75, height: 30 });
  });
});
