import { defineConfig } from 'vitest/config';

const GLOBAL_SETUP = 'tests/support/global-setup.ts';

/**
 * Two projects, because a browser journey wants the machine for itself: `main` (rules, services on both databases, faults,
 * conformance) runs two files at a time, `journeys` (Chromium) one. `npm test` runs them one after the other.
 */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // One worker reads the source once for all its files: each file has databases, servers and clocks of its own, and puts
    // back what it changes of the process.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          globalSetup: [GLOBAL_SETUP],
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/layers/fixtures/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: [GLOBAL_SETUP],
          include: ['tests/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          // What a page shows after a save takes as long as the machine is busy: a second is not enough of a wait.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
