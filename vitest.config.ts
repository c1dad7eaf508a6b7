import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/long/**', 'node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Real clients, servers and kills on a machine whose load nobody knows: in CI a failure has to come twice.
    retry: process.env.CI ? 1 : 0,
  },
});
