import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { GAS_CALL } from '../../../tests/support/walk.ts';

inDistrict('numbers of a register', (district) => {
  const numbersOf = async (calls: number) => {
    const officer = await district().as('zhiban');
    const taken = await Promise.all(
      Array.from({ length: calls }, () => officer.does<{ number: string }>('intake.take', GAS_CALL)),
    );
    return taken.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1])).sort((one, other) => one - other);
  };

  it('begin with one, also when the first calls of a year come at once, and never come twice', async () => {
    expect(await numbersOf(8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('go on after a restart', async () => {
    await district().restart();
    expect(await numbersOf(2)).toEqual([9, 10]);
  });
});
