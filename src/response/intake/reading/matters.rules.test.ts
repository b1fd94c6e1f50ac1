import { describe, expect, it } from 'vitest';
import { mattersOf } from './matters.rules.ts';

const at = new Date('2026-06-11T02:40:00Z');
const kinds = (text: string) => mattersOf(text, at).map(({ kind }) => kind);

describe('several matters in one call', () => {
  it('begin where the caller goes on to something else', () => {
    const text = '石景山路和古城大街路口燃气管被挖断，有人头晕。另外八角街道有个小区停电了。';
    const found = mattersOf(text, at);
    expect(found).toMatchObject([
      { kind: 'utility.gas', place: '石景山路和古城大街路口' },
      { kind: 'utility.power', place: '八角街道' },
    ]);
    for (const one of found) expect(one.text).toBe(text.slice(one.start, one.end));
    expect(found.map((one) => one.text).join('')).toBe(text);
  });

  it('begin at another kind and another place, without such words', () => {
    expect(kinds('鲁谷路立交桥下积水，车熄火了。古城南里3号楼着火了。')).toHaveLength(2);
  });

  it('are one where the same thing is told at length', () => {
    for (const text of [
      '古城大街燃气管被挖断，气味很大。现场2人头晕，已经送医。消防已到场。',
      '永乐西小区35号楼着火，有浓烟。楼上有老人被困。',
      '八角桥下积水，车辆熄火。',
      '没事，打错了。',
      '',
    ])
      expect(mattersOf(text, at), text).toEqual([]);
  });
});
