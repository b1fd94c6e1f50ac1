import { randomBytes } from 'node:crypto';
import argon2 from '@node-rs/argon2';
import { problem } from '../../kernel/problems.ts';

/** OWASP's figures for Argon2id (what the package makes unless told): 19 MiB, two passes; in a thread of its own. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Runs a few at a time and lets a few wait. @throws `request.too_many` (429, Retry-After) when too many wait. */
export type Turns = <Result>(run: () => Promise<Result>) => Promise<Result>;

/**
 * A bounded queue: hashing costs a processor and 19 MiB each, so a flood of sign-ins must wait or go away instead of
 * taking the duty room's machine.
 */
export function turns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (run) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw problem('request.too_many', { seconds: 5 });
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await run();
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** The same password typed in full-width letters or composed characters is the same password. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

export const hashPassword = (password: string): Promise<string> => argon2.hash(bytesOf(password), COST);

let nobodysHash: Promise<string> | undefined;

/**
 * Does the password fit? Without a hash (unknown name, no password set) the same work is done against a hash that
 * nothing fits, so that the time tells nobody which names exist.
 */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString('hex'));
  const fits = await argon2.verify(passwordHash ?? (await nobodysHash), bytesOf(password));
  return fits && passwordHash !== undefined;
}
