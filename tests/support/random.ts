/** A seeded generator, so that a failing run can be run again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** `SEED=… npm test -- tests/faults` runs again what a run before has printed. */
export const seedOfRun = (): number => Number(process.env.SEED ?? Date.now() % 100_000);
