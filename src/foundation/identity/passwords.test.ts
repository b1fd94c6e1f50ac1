import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, turns } from './passwords.ts';

describe('passwords', () => {
  it('are kept as Argon2id with a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('Correct-horse-7'), hashPassword('Correct-horse-7')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'Correct-horse-7')).toBe(true);
    expect(await isPassword(one, 'correct-horse-7')).toBe(false);
  });

  it('are the same in full-width letters', async () => {
    expect(await isPassword(await hashPassword('Correct-horse-7'), 'Ｃｏｒｒｅｃｔ－ｈｏｒｓｅ－７')).toBe(true);
  });

  it('never fit where there is none', async () => {
    expect(await isPassword(undefined, '')).toBe(false);
  });

  it('wait in a queue that has an end', async () => {
    const inTurn = turns({ atOnce: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const gates: (() => void)[] = [];
    const work = () =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => gates.push(resolve));
        running -= 1;
      });
    const accepted = Array.from({ length: 5 }, work);
    await expect(work()).rejects.toMatchObject({ key: 'request.too_many', status: 429 });
    for (let done = 0; done < 5; done += 1) {
      await expect.poll(() => gates.length).toBeGreaterThan(0);
      gates.shift()?.();
    }
    await Promise.all(accepted);
    expect(most).toBe(2);
    await expect(inTurn(async () => 'free again')).resolves.toBe('free again');
  });
});
