import { defineConfig } from 'vitest/config';

/** Tests that take minutes: kills, floods, ten years of clock changes. Outside `npm test`, inside `.ci/run`. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 50_000 } },
    pool: 'forks',
    fileParallelism: false,
  },
});
