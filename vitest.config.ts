import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/long/**', 'node_modules/**'],
    // Patient: on a machine that does much else too, only what never comes fails.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 50_000 } },
    provide: { thorough: false },
    pool: 'forks',
    // Each worker loads the program once, as Node does, and runs its files one after the other on it: with a fresh
    // copy for each of a hundred files, half of the time went into loading.
    isolate: false,
    // More than two cores have: a third of the time is spent waiting for servers, sockets and disks.
    maxWorkers: 3,
    experimental: { viteModuleRunner: false },
  },
});
