import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Measured {
  total: number;
  score: number;
  missing: { field: string; count: number }[];
  faults: { label: { zh: string }; count: number; records: { title: string }[] }[];
}

inDistrict('quality of a register', (district) => {
  it('counts gaps, stale and double records, places outside and doubtful phones, and names the records', async () => {
    const who = await district().as('zhiban');
    const before = await who.sees<Measured>('quality.ofRegister', { register: 'expert' });
    const expert = {
      fields: ['law'],
      organisation: '律所',
      isOnCall: false,
      appointedOn: '2025-01-01',
      termEndsOn: '2028-12-31',
    };
    await who.does('experts.register', { ...expert, name: '老专家', phone: '13912345678' });
    district().clock.advance(400 * 86_400_000);
    const again = await district().as('daiban');
    await again.does('experts.register', {
      ...expert,
      name: '双 专家',
      base: { lng: 118.5, lat: 40.1 },
      phone: '12012345678',
    });
    await again.does('experts.register', {
      ...expert,
      name: '双专家',
      base: { lng: 116.19, lat: 39.91 },
      phone: '12012345678',
    });
    const after = await again.sees<Measured>('quality.ofRegister', { register: 'expert' });
    expect(after.total).toBe(before.total + 3);
    const among = (measured: Measured, words: string) => measured.faults.find(({ label }) => label.zh.includes(words));
    const of = (words: string) => among(after, words);
    expect(of('未修改')?.records.map(({ title }) => title)).toContain('老专家');
    expect(
      of('名称与另一条')
        ?.records.map(({ title }) => title)
        .sort(),
    ).toEqual(['双 专家', '双专家']);
    expect(of('电话与另一条')?.count).toBeGreaterThanOrEqual(2);
    expect(of('区外')?.records.map(({ title }) => title)).toContain('双 专家');
    expect(of('电话存疑')?.count).toBe((among(before, '电话存疑')?.count ?? 0) + 2);
    const gaps = (measured: Measured) => measured.missing.find(({ field }) => field === 'speciality')?.count ?? 0;
    expect(gaps(after)).toBe(gaps(before) + 3);
    expect(after.score).toBeLessThan(before.score ?? 101);
  });

  it('is hidden with the register', async () => {
    const nobody = await district().as('sysadmin');
    expect((await nobody.view('quality.ofRegister', { register: 'expert' })).status).toBe(404);
    const { items } = await nobody.sees<{ items: { name: string }[] }>('quality.registers');
    expect(items.map(({ name }) => name)).not.toContain('expert');
  });
});
