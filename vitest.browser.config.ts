import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Real clients, servers and kills on a machine whose load nobody knows: in CI a failure has to come twice.
    retry: process.env.CI ? 1 : 0,
    fileParallelism: false,
  },
});
