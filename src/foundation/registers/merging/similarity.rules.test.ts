import { describe, expect, it } from 'vitest';
import { doubled, type Known, likeness, metresBetween, pairsOf } from './similarity.rules.ts';

const at = (id: string, name: string, more: Partial<Known> = {}): Known => ({
  id,
  name,
  same: [],
  lng: null,
  lat: null,
  ...more,
});

describe('names of one thing', () => {
  it.each([
    ['北京石景山燃气有限公司', '北京石景山燃气（有限责任公司）', true],
    ['古城第二小学', '古城第二小学 ', true],
    ['古城第一小学', '苹果园中学', false],
    ['张三', '李四', false],
  ])('%s and %s', (one, other, isAlike) => {
    expect(likeness(pairsOf(one), pairsOf(other)) >= 0.6).toBe(isAlike);
  });

  it('an equal digest is enough, and the surest stands first', () => {
    const found = doubled(
      [
        at('a', '黑石头水库'),
        at('b', '南马场水库', { same: ['code=7'] }),
        at('c', '南马场', { same: ['code=7'] }),
        at('d', '黑石头（水库）'),
      ],
      50,
    );
    expect(found.map(({ one, other }) => `${one}${other}`)).toEqual(['bc', 'ad']);
    expect(found[0]?.reasons).toContain('key');
  });

  it('at one place names may differ more; one place alone means nothing', () => {
    const here = { lng: 116.18, lat: 39.91 };
    const near = { lng: 116.1803, lat: 39.9102 };
    expect(metresBetween(at('a', '', here), at('b', '', near))).toBeCloseTo(34, 0);
    expect(doubled([at('a', '古城街道避难场所', here), at('b', '古城公园避难所', near)], 50)).toHaveLength(1);
    expect(doubled([at('a', '古城街道避难场所', here), at('b', '联通机房', near)], 50)).toEqual([]);
  });

  it('goes through five thousand records without comparing each with each', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      at(String(index), `第${index}号测试单位${index % 7}街道`, { lng: 116 + (index % 200) / 1000, lat: 39.9 }),
    );
    const took = (count: number) => {
      const began = performance.now();
      doubled(many.slice(0, count), 50);
      return performance.now() - began;
    };
    took(500);
    // Ten times the records may take some thirty times as long by the words they share, never a hundred.
    expect(took(5000) / took(500)).toBeLessThan(60);
  });
});
